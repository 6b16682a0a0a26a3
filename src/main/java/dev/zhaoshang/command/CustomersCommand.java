package dev.zhaoshang.command;

import dev.zhaoshang.content.Messages;
import dev.zhaoshang.conversation.CustomerIntake;
import dev.zhaoshang.conversation.CustomerSheet;
import dev.zhaoshang.document.Workbook;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Ledger;
import dev.zhaoshang.domain.LedgerChange;
import dev.zhaoshang.domain.Person;
import dev.zhaoshang.domain.Table;
import dev.zhaoshang.store.StoreUnavailableException;
import dev.zhaoshang.store.mongo.MongoStore;
import dev.zhaoshang.understanding.customers.CustomerRows;
import dev.zhaoshang.understanding.customers.CustomerRows.Customer;
import dev.zhaoshang.understanding.customers.CustomerRows.Listed;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
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
    Table table;
    try (InputStream in = Files.newInputStream(file)) {
      table = Workbook.read(in);
    }
    Assistant reader = assistant.get();
    Listed listed = new CustomerRows(reader.content(), reader.understanding()).read(table);
    List<String> ignored = listed.ignored();
    if (!ignored.isEmpty()) {
      out.println(messages.text("customers.ignored", String.join(", ", ignored)));
    }
    CustomerIntake intake = new CustomerIntake(open.distributors()::matching, rep);
    int good = 0;
    List<Customer> customers = listed.customers();
    for (Customer customer : customers) {
      Optional<String> trouble = intake.trouble(customer);
      if (trouble.isPresent()) {
        out.println(line(customer, trouble.get()));
        continue;
      }
      good++;
      report(customer);
      if (apply) {
        take(intake, customer, rep, open);
      }
    }
    String count = String.valueOf(good);
    String left = String.valueOf(customers.size() - good);
    out.println(messages.text(apply ? "customers.taken" : "customers.preview", count, left));
    return good == customers.size() ? OK : PROBLEMS;
  }

  private void take(CustomerIntake intake, Customer customer, String rep, MongoStore open) {
    String id = intake.id(customer);
    String turn = "import:" + id;
    Instant now = clock.instant();
    open.distributors().apply(intake.change(customer, turn, now, customer.existing()));
    if (!customer.existing()) {
      return;
    }
    open.ledgers()
        .apply(
            new LedgerChange(
                Ledger.ofDistributor(id), rep, turn, List.of(intake.existing(now)), List.of()));
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
    Assistant reader = assistant.get();
    Table table =
        new CustomerSheet(open.distributors(), open.ledgers(), reader::content)
            .of(people, Language.ZH);
    try (OutputStream to = Files.newOutputStream(file)) {
      Workbook.write(table, to, "customers");
    }
    String count = String.valueOf(table.lines().size());
    out.println(messages.text("customers.written", count, file.getFileName().toString()));
    return OK;
  }
}
