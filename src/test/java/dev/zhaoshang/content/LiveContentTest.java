package dev.zhaoshang.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zhaoshang.LogLines;
import dev.zhaoshang.domain.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LiveContentTest {

  @RegisterExtension final LogLines log = new LogLines();

  private static final Path BASE = Path.of("src/test/resources/lint/base");
  private static final String REPLIES = "replies.yml";

  private final Map<String, String> texts = new TreeMap<>(DialogFiles.in(BASE).texts());
  private final Dialogs dialogs = new Dialogs(Set.of("recorded"));
  private final LiveContent live = new LiveContent(dialogs, () -> DialogFiles.of(texts));

  @Test
  void an_edit_is_taken_into_use_as_a_whole() {
    Content before = live.get();
    edit("记下了", "好的");
    assertThat(live.reloadIfChanged()).isTrue();
    assertThat(live.get().say("recorded", Language.ZH)).startsWith("好的");
    assertThat(live.get().version()).isNotEqualTo(before.version());
    assertThat(before.say("recorded", Language.ZH)).startsWith("记下了");
  }

  @Test
  void without_an_edit_nothing_happens() {
    Content before = live.get();
    assertThat(live.reloadIfChanged()).isFalse();
    assertThat(live.get()).isSameAs(before);
  }

  @Test
  void a_broken_edit_keeps_the_last_good_content_and_is_logged_once() {
    Content before = live.get();
    edit("  en: Noted {name}.\n", "");
    assertThat(live.reloadIfChanged()).isFalse();
    assertThat(live.reloadIfChanged()).isFalse();
    assertThat(live.get()).isSameAs(before);
    assertThat(log.text()).containsOnlyOnce("replies.yml:2:3 D12");
  }

  @Test
  void mending_a_broken_edit_brings_it_into_use() {
    edit("Noted {name}.", "Noted.");
    live.reloadIfChanged();
    edit("Noted.", "Saved {name}.");
    assertThat(live.reloadIfChanged()).isTrue();
    assertThat(live.get().say("recorded", Language.EN)).isEqualTo("Saved {name}.");
  }

  @Test
  void taking_a_broken_edit_back_changes_nothing() {
    Content before = live.get();
    edit("Noted {name}.", "Noted.");
    live.reloadIfChanged();
    edit("Noted.", "Noted {name}.");
    assertThat(live.reloadIfChanged()).isFalse();
    assertThat(live.get()).isSameAs(before);
  }

  @Test
  void listeners_are_told_of_good_content_only() {
    List<String> told = new ArrayList<>();
    live.onChange(content -> told.add(content.say("recorded", Language.EN)));
    edit("Noted {name}.", "Noted.");
    live.reloadIfChanged();
    edit("Noted.", "Saved {name}.");
    live.reloadIfChanged();
    assertThat(told).containsExactly("Saved {name}.");
  }

  @Test
  void a_first_start_with_errors_is_refused_with_every_problem() {
    edit("Noted {name}.", "Noted.");
    texts.remove("nothing.yml");
    assertThatThrownBy(() -> new LiveContent(dialogs, () -> DialogFiles.of(texts)))
        .isInstanceOf(InvalidDialogsException.class)
        .hasMessageContaining("replies.yml:3:7 D30")
        .hasMessageContaining("nothing.yml D08");
  }

  @Test
  void a_folder_that_cannot_be_read_keeps_the_last_good_content() {
    List<DialogFiles> readable = new ArrayList<>(List.of(DialogFiles.of(texts)));
    LiveContent fragile =
        new LiveContent(
            dialogs,
            () -> {
              if (readable.isEmpty()) {
                throw new UncheckedIOException(new IOException("gone"));
              }
              return readable.remove(0);
            });
    Content before = fragile.get();
    assertThat(fragile.reloadIfChanged()).isFalse();
    assertThat(fragile.get()).isSameAs(before);
    assertThat(log.text()).contains("gone");
  }

  @Test
  void a_watched_folder_reloads_when_a_file_in_a_sub_folder_is_saved(@TempDir Path folder)
      throws IOException, InterruptedException {
    copy(BASE, folder);
    LiveContent watched = new LiveContent(dialogs, () -> DialogFiles.in(folder));
    CountDownLatch changed = new CountDownLatch(1);
    watched.onChange(content -> changed.countDown());
    try (DialogsWatcher watcher = new DialogsWatcher(folder, watched)) {
      assertThat(watcher).isNotNull();
      Path form = folder.resolve("forms/intake.yml");
      Files.writeString(form, Files.readString(form).replace("怎么称呼", "贵姓"));
      assertThat(changed.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void edit(String old, String replacement) {
    String text = texts.getOrDefault(REPLIES, "");
    assertThat(text).contains(old);
    texts.put(REPLIES, text.replace(old, replacement));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
