package dev.zhaoshang;

import dev.zhaoshang.access.Directory;
import dev.zhaoshang.conversation.CustomerSheet;
import dev.zhaoshang.conversation.Dossier;
import dev.zhaoshang.conversation.Enclosures;
import dev.zhaoshang.document.QrPainter;
import dev.zhaoshang.document.Workbook;
import dev.zhaoshang.domain.Enclosure;
import dev.zhaoshang.domain.Language;
import dev.zhaoshang.domain.Table;
import dev.zhaoshang.domain.Table.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes pictures and spreadsheets of what is on record. */
final class EnclosureMaker implements Enclosures {

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final Dossier dossier;
  private final CustomerSheet customers;
  private final Directory directory;
  private final Supplier<Optional<String>> bot;
  private final QrPainter painter = new QrPainter();

  /**
   * Makes them of what is on record.
   *
   * @param directory who leads whom
   * @param bot name of the Telegram bot; empty when there is none or it is not known yet
   */
  EnclosureMaker(
      Dossier dossier,
      CustomerSheet customers,
      Directory directory,
      Supplier<Optional<String>> bot) {
    this.dossier = dossier;
    this.customers = customers;
    this.directory = directory;
    this.bot = bot;
  }

  @Override
  public Optional<Made> make(Enclosure enclosure) {
    Language language = enclosure.language();
    return switch (enclosure.kind()) {
      case INVITE -> Optional.of(invite(enclosure.subject()));
      case CUSTOMER ->
          dossier
              .ofDistributor(enclosure.subject(), language)
              .map(rows -> sheet("customer", rows, language));
      case PERSON ->
          dossier
              .ofPerson(enclosure.subject(), language)
              .map(rows -> sheet(enclosure.subject(), rows, language));
      case TEAM ->
          Optional.of(
              sheet(
                  "customers",
                  customers.ofTeam(
                      directory.active(enclosure.subject()), directory.all(), language)));
    };
  }

  /** Opens the bot with the code where there is a bot; else it is the code, to be sent. */
  private Made invite(String code) {
    String link = bot.get().map(name -> "https://t.me/" + name + "?start=" + code).orElse("");
    byte[] png = painter.png(link.isEmpty() ? code : link);
    return new Made("invite.png", "image/png", png, link);
  }

  private Made sheet(String name, List<List<String>> rows, Language language) {
    List<Line> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(new Line(lines.size() + 2, row)));
    return sheet(name, new Table(dossier.header(language), lines));
  }

  private static Made sheet(String name, Table table) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Workbook.write(table, out, "export");
      return new Made(name + ".xlsx", XLSX, out.toByteArray(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
