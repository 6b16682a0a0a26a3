package dev.zhaoshang;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.store.StoreUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the map of the packages: who may import whom, and where each library lives. */
class ArchitectureTest {

  private static final String ROOT = "dev.zhaoshang";

  /** A package, and the packages of ours that it may import. A row covers its sub-packages. */
  static final Map<String, Set<String>> MAY_IMPORT =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("domain", Set.of()),
              Map.entry("content", Set.of("domain")),
              Map.entry("understanding", Set.of("content", "domain")),
              Map.entry("store", Set.of("domain")),
              Map.entry("outbox", Set.of("store", "domain")),
              Map.entry("access", Set.of("store", "domain")),
              Map.entry(
                  "conversation",
                  Set.of("understanding", "content", "access", "outbox", "store", "domain")),
              Map.entry("document", Set.of("content", "domain")),
              Map.entry(
                  "channel.telegram",
                  Set.of("conversation", "document", "outbox", "access", "domain")),
              Map.entry(
                  "channel.wecom",
                  Set.of("conversation", "document", "outbox", "access", "domain")),
              Map.entry(
                  "channel.web", Set.of("conversation", "document", "outbox", "access", "domain")),
              Map.entry("reminder", Set.of("conversation", "content", "access", "store", "domain")),
              Map.entry("telemetry", Set.of("conversation", "outbox", "domain")),
              Map.entry(
                  "command",
                  Set.of(
                      "understanding",
                      "content",
                      "access",
                      "outbox",
                      "store",
                      "domain",
                      "document",
                      "conversation"))));

  /** A library's packages, and the only home that may use it. */
  private static final Map<String, String> HOME =
      Map.ofEntries(
          Map.entry("com.mongodb..", "store"),
          Map.entry("org.bson..", "store"),
          Map.entry("de.bwaldvogel.mongo..", "store"),
          Map.entry("org.yaml.snakeyaml..", "content"),
          Map.entry("org.springframework.statemachine..", "conversation.machine"),
          Map.entry("org.telegram..", "channel.telegram"),
          Map.entry("me.chanjar.weixin..", "channel.wecom"),
          Map.entry("org.springframework.web..", "channel"),
          Map.entry("org.dhatim..", "document"),
          Map.entry("org.knowm.xchart..", "document"),
          Map.entry("org.apache.pdfbox..", "document"),
          Map.entry("io.micrometer..", "telemetry"),
          Map.entry("com.google.zxing..", "document"),
          Map.entry("com.hankcs..", "understanding"),
          Map.entry("com.google.i18n.phonenumbers..", "understanding"),
          Map.entry("ai.onnxruntime..", "understanding"));

  private final JavaClasses main =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void every_package_has_a_row_and_every_row_a_package() {
    Set<String> present =
        main.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> !name.equals(ROOT))
            .map(ArchitectureTest::row)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(present).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
  }

  /**
   * {@link StoreUnavailableException} is everybody's: whoever calls what needs the store, such as a
   * channel, has to be able to tell its platform that nothing was taken.
   */
  @Test
  void imports_point_one_way() {
    MAY_IMPORT.forEach(
        (name, allowed) -> {
          Set<String> forbidden = new TreeSet<>(MAY_IMPORT.keySet());
          forbidden.removeAll(allowed);
          forbidden.remove(name);
          String[] packages =
              Stream.concat(forbidden.stream().map(f -> ROOT + "." + f + ".."), Stream.of(ROOT))
                  .toArray(String[]::new);
          noClasses()
              .that()
              .resideInAPackage(ROOT + "." + name + "..")
              .should()
              .dependOnClassesThat(
                  resideInAnyPackage(packages).and(not(type(StoreUnavailableException.class))))
              .allowEmptyShould(true)
              .check(main);
        });
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(main);
  }

  @Test
  void the_domain_knows_the_jdk_only() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".domain..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(ROOT + ".domain..", "java..", "org.jspecify..")
        .check(main);
  }

  @Test
  void each_library_lives_in_one_home() {
    HOME.forEach(
        (library, home) ->
            noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true)
                .check(main));
  }

  /**
   * Who may do what is decided in one place. Elsewhere a role, or whom somebody reports to, is
   * stored, shown, read as it was typed or handed on, by the classes named here; the demo's people
   * have theirs given, and an operator's export is of those whom the command line names.
   */
  @Test
  void nobody_but_access_judges_by_roles_and_superiors() {
    DescribedPredicate<JavaAccess<?>> judging =
        DescribedPredicate.describe(
            "asks for or names a role, or asks for a superior",
            to ->
                (to.getTargetOwner().isEquivalentTo(Person.class)
                        && Set.of("role", "superior").contains(to.getName()))
                    || (to.getTargetOwner().isEquivalentTo(Person.Role.class)
                        && to instanceof JavaFieldAccess));
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".access..", ROOT + ".store..", ROOT + ".domain..")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".StoreWiring")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".conversation.PeopleFlow")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".conversation.PersonWords")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".channel.telegram.Menu")
        .and()
        .doNotHaveFullyQualifiedName(ROOT + ".command.CustomersCommand")
        .should()
        .accessTargetWhere(judging)
        .check(main);
  }

  @Test
  void nobody_reads_the_raw_clock() {
    DescribedPredicate<JavaClass> clocks =
        DescribedPredicate.describe(
            "Instant or Clock",
            c -> c.isEquivalentTo(Instant.class) || c.isEquivalentTo(Clock.class));
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "reads the system's clock",
                call ->
                    (clocks.test(call.getTargetOwner())
                            && (call.getName().equals("now") || call.getName().startsWith("system"))
                            && call.getTarget().getRawParameterTypes().isEmpty())
                        || (call.getTargetOwner().isEquivalentTo(System.class)
                            && call.getName().equals("currentTimeMillis"))))
        .check(main);
  }

  @Test
  void files_stay_small_and_main_has_no_han_character() throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(Path.of("src/main/java"))) {
      files = walk.filter(p -> p.toString().endsWith(".java")).toList();
    }
    for (Path file : files) {
      assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(400);
      assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("\\p{IsHan}");
    }
    List<Integer> sizes = files.stream().map(ArchitectureTest::lines).sorted().toList();
    assertThat(sizes.get(sizes.size() / 2)).as("median").isLessThanOrEqualTo(80);
    assertThat(sizes.get(sizes.size() * 95 / 100)).as("95th percentile").isLessThanOrEqualTo(250);
  }

  private static int lines(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String row(String packageName) {
    String name = packageName.substring(ROOT.length() + 1);
    String[] parts = name.split("\\.", -1);
    return parts[0].equals("channel") ? parts[0] + "." + parts[1] : parts[0];
  }
}
