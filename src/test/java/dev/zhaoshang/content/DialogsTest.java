package dev.zhaoshang.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DialogsTest {

  private static final Path DIALOGS = Path.of("dialogs");

  private final Content content = Dialogs.load(DIALOGS);

  @Test
  void the_intake_has_the_ten_aspects_in_the_order_of_the_source() {
    assertThat(content.intake().aspects())
        .extracting(Form.Aspect::id)
        .containsExactly(
            "contact",
            "nature",
            "channel",
            "team",
            "approach",
            "territory",
            "currentProducts",
            "interest",
            "similar",
            "requirements");
  }

  @Test
  void the_core_fields_are_those_that_an_aspect_is_asked_for() {
    List<String> core =
        content.intake().aspects().stream()
            .flatMap(aspect -> aspect.fields().stream())
            .filter(Form.Field::core)
            .map(Form.Field::id)
            .toList();
    assertThat(core)
        .containsExactly(
            "name",
            "mobile",
            "nature",
            "ownership",
            "mainChannel",
            "clinicalReps",
            "otcReps",
            "promoters",
            "focus",
            "salesMode",
            "wantedRegions",
            "mainProducts",
            "targetProduct",
            "similarExperience",
            "requirements");
  }

  @Test
  void every_scalar_stays_text() {
    Form.Field officePhone = content.intake().field("officePhone").orElseThrow();
    assertThat(officePhone.examples()).contains(new Form.Example("0572-2109833", "0572-2109833"));
  }

  @Test
  void the_eight_objections_come_in_the_order_of_the_source() {
    assertThat(content.objections().keySet()).containsExactlyElementsOf(Objection.IDS);
  }

  @Test
  void the_packaged_copy_is_the_folder() {
    assertThat(DialogFiles.packaged().version()).isEqualTo(DialogFiles.in(DIALOGS).version());
  }

  @Test
  void a_folder_may_be_a_link(@TempDir Path elsewhere) throws IOException {
    Path link = Files.createSymbolicLink(elsewhere.resolve("dialogs"), DIALOGS.toAbsolutePath());
    assertThat(DialogFiles.in(link).version()).isEqualTo(DialogFiles.in(DIALOGS).version());
  }
}
