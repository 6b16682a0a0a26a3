package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Command;
import dev.zhaoshang.domain.Meaning;
import dev.zhaoshang.domain.PriceSeen;
import dev.zhaoshang.understanding.remark.RemarkReader;
import dev.zhaoshang.understanding.remark.RemarkReader.Price;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Keeps a price that was heard; a competitor's that changed is reported to the superior. */
final class PriceFlow implements Flow {

  private static final RemarkReader READER = RemarkReader.load();

  /** What is kept in a turn beside other things has the ids from here on. */
  private static final int FIRST_ID = 120;

  private final Draft draft;
  private final RemarkView view;

  PriceFlow(Draft draft) {
    this.draft = draft;
    this.view = new RemarkView(draft);
  }

  @Override
  public boolean command(Command command, Meaning meaning) {
    switch (command) {
      case PRICE -> keep(view.words(meaning));
      case PRICES ->
          new PriceComparison(draft, view)
              .show(Objects.requireNonNullElse(meaning.argument(), "").strip());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void keep(String words) {
    Optional<Price> told = READER.price(words);
    if (told.isEmpty()) {
      draft.say("price.how", Map.of());
      return;
    }
    Price price = told.get();
    About about = About.of(draft, words);
    PriceSeen kept =
        new PriceSeen(
            Ids.of(draft.turn(), FIRST_ID),
            about.distributor(),
            about.title(),
            price.company(),
            price.item(),
            PriceSeen.fen(price.yuan()),
            words,
            draft.in().session().rep(),
            draft.in().now());
    Optional<PriceSeen> before =
        view.all(PriceSeen.class).stream()
            .filter(kept::isLike)
            .max(Comparator.comparing(PriceSeen::at));
    draft.put(about.ledger(draft), kept);
    boolean changed = price.moved() || before.map(old -> old.fen() != kept.fen()).orElse(false);
    boolean reported = changed && !kept.company().isEmpty() && view.report("price.reported", words);
    Map<String, String> values = new HashMap<>();
    values.put("what", what(kept));
    values.put("yuan", PriceSeen.yuan(kept.fen()));
    values.put("about", view.of(about.title()));
    values.put(
        "change", before.map(old -> PriceComparison.change(draft, view, old, kept)).orElse(""));
    draft.say(
        reported ? "price.kept.reported" : "price.kept",
        values,
        new Button(draft.text("button.prices", Map.of()), Buttons.data(Buttons.COMMAND, "prices")),
        view.undo());
  }

  private String what(PriceSeen price) {
    return PriceComparison.what(draft, price);
  }
}
