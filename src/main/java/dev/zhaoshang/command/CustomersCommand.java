package dev.zhaoshang.command;

import dev.zhaoshang.command.CustomerRows.Customer;
import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.content.Messages;
import dev.zhaoshang.document.Workbook;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.store.StoreUnavailableException;
import dev.zhaoshang.store.mongo.MongoStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code customers import FILE REP [--apply]}: takes existing customers from an Excel file, after a
 * preview that says what is off in which row. {@code customers export FILE [REP or SUPERIOR]}:
 * writes the records of a rep, or of a superior's team, or of all, to one.
 */
public final class CustomersCommand implements Command {

  private final PrintStream out;
  private final Path workingDirectory;
  private final Supplier<Assistant> assistant;
  private final Supplier<MongoStore> store;
  private final InstantSource clock;
  private final Messages messages = new Messages(List.of(Language.ZH, Language.EN));

  /**
   * The command.
   *
   * @param out where it reports
   * @param workingDirectory against which files are resolved
   * @param assistant reads the cells
   * @param store opens the store; it is closed again
   * @param clock when customers are taken
   */
  public CustomersCommand(
      PrintStream out,
      Path workingDirectory,
      Supplier<Assistant> assistant,
      Supplier<MongoStore> store,
      InstantSource clock) {
    this.out = out;
    this.workingDirectory = workingDirectory;
    this.assistant = assistant;
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "customers";
  }

  @Override
  public int run(List<String> arguments) {
    List<String> words = new ArrayList<>(arguments);
    boolean apply = words.remove("--apply");
    boolean imports = words.size() == 3 && words.get(0).equals("import");
    boolean exports = (words.size() == 2 || words.size() == 3) && words.get(0).equals("export");
    if (!imports && !exports) {
      out.println(messages.text("customers.usage"));
      return BAD_INPUT;
    }
    Path file = workingDirectory.resolve(words.get(1));
    try (MongoStore open = store.get()) {
      return imports
          ? take(file, words.get(2), apply, open)
          : write(file, words.size() == 3 ? words.get(2) : "", open);
    } catch (IOException e) {
      String what = String.valueOf(e.getMessage());
      out.println(messages.text("customers.file", file.getFileName().toString(), what));
    } catch (StoreUnavailableException | IllegalStateException e) {
      out.println(messages.text("customers.store", String.valueOf(e.getMessage())));
    }
    return BAD_INPUT;
  }

  private int take(Path file, String rep, boolean apply, MongoStore open) throws IOException {
    if (open.people().find(rep).filter(Person::active).isEmpty()) {
      out.println(messages.text("customers.nobody", rep));
      return BAD_INPUT;
    }
    Workbook workbook;
    try (InputStream in = Files.newInputStream(file)) {
      workbook = Workbook.read(in);
    }
    Assistant reader = assistant.get();
    CustomerRows rows = new CustomerRows(reader.content(), reader.understanding());
    List<String> ignored = rows.ignored(workbook);
    if (!ignored.isEmpty()) {
      out.println(messages.text("customers.ignored", String.join(", ", ignored)));
    }
    CustomerIntake intake = new CustomerIntake(open, rep, clock.instant());
    int good = 0;
    List<Customer> customers = rows.read(workbook);
    for (Customer customer : customers) {
      Optional<String> trouble = intake.trouble(customer);
      if (trouble.isPresent()) {
        out.println(line(customer, trouble.get()));
        continue;
      }
      good++;
      report(customer);
      if (apply) {
        intake.take(customer);
      }
    }
    String count = String.valueOf(good);
    String left = String.valueOf(customers.size() - good);
    out.println(messages.text(apply ? "customers.taken" : "customers.preview", count, left));
    return good == customers.size() ? OK : PROBLEMS;
  }

  private void report(Customer customer) {
    if (customer.unread().isEmpty()) {
      out.println(
          messages.text("customers.good", String.valueOf(customer.line()), customer.title()));
    } else {
      out.println(
          messages.text(
              "customers.partly",
              String.valueOf(customer.line()),
              customer.title(),
              String.join(", ", customer.unread())));
    }
  }

  private String line(Customer customer, String trouble) {
    return messages.text("customers." + trouble, String.valueOf(customer.line()), customer.title());
  }

  private int write(Path file, String who, MongoStore open) throws IOException {
    List<Person> people =
        open.people().all().stream()
            .filter(one -> who.isEmpty() || who.equals(one.id()) || who.equals(one.superior()))
            .toList();
    if (people.isEmpty()) {
      out.println(messages.text("customers.nobody", who));
      return BAD_INPUT;
    }
    List<Field> fields =
        assistant.get().content().intake().aspects().stream()
            .flatMap(aspect -> aspect.fields().stream())
            .toList();
    Workbook workbook = new CustomerSheet(open, fields).of(people);
    try (OutputStream to = Files.newOutputStream(file)) {
      workbook.write(to, "customers");
    }
    String count = String.valueOf(workbook.lines().size());
    out.println(messages.text("customers.written", count, file.getFileName().toString()));
    return OK;
  }
}
