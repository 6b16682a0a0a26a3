package dev.zhaoshang.conversation;

import dev.zhaoshang.content.Form.Field;
import dev.zhaoshang.content.Form.FieldType;
import dev.zhaoshang.domain.Button;
import dev.zhaoshang.domain.Distributor;
import dev.zhaoshang.domain.Found;
import dev.zhaoshang.domain.Intent;
import dev.zhaoshang.domain.Value;
import dev.zhaoshang.understanding.text.Places;
import dev.zhaoshang.understanding.text.Places.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rep sends where she is: the city is offered for the fields that take regions. */
final class PlaceFlow implements Flow {

  /** {@code place:<distributor>:<field>:<code>}. */
  private static final String VERB = "place";

  private final Draft draft;
  private final Asking asking;

  PlaceFlow(Draft draft, Asking asking) {
    this.draft = draft;
    this.asking = asking;
  }

  /** Says which city it is, and offers it. */
  void propose() {
    Optional<Place> place = place(draft.in().entry().body().text());
    Distributor current = draft.current();
    if (place.isEmpty()) {
      draft.say("place.unknown", Map.of());
    } else if (current == null) {
      draft.say("place.nobody", Map.of("place", place.get().name()));
    } else {
      Button[] buttons =
          regions().stream()
              .map(field -> button(current, field, place.get()))
              .toArray(Button[]::new);
      draft.say("place.proposed", Map.of("place", place.get().name()), buttons);
    }
  }

  private static Optional<Place> place(String point) {
    String[] parts = point.split(",", -1);
    try {
      return Places.packaged().nearest(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private List<Field> regions() {
    return draft.form().aspects().stream()
        .flatMap(aspect -> aspect.fields().stream())
        .filter(field -> field.type() == FieldType.REGIONS)
        .toList();
  }

  private Button button(Distributor current, Field field, Place place) {
    return new Button(
        field.label().in(draft.language()),
        Buttons.data(VERB, current.id(), field.id(), place.code()));
  }

  @Override
  public boolean button(String verb, List<String> arguments) {
    if (!verb.equals(VERB) || arguments.size() != 3) {
      return false;
    }
    Optional<Place> place = Places.packaged().named(arguments.get(2));
    Optional<Field> field =
        regions().stream().filter(f -> f.id().equals(arguments.get(1))).findFirst();
    if (!arguments.get(0).equals(draft.distributor()) || place.isEmpty() || field.isEmpty()) {
      return false;
    }
    draft.back();
    String name = place.get().name();
    Value value = new Value.Items(List.of(name));
    Found found = new Found(field.get().id(), value, name, List.of(place.get().code()), 1, null);
    IntakeFlow intake = new IntakeFlow(draft, asking);
    IntakeFlow.Recorded recorded = intake.take(List.of(found), Intent.ANSWER);
    Phrases phrases = new Phrases(draft.content(), draft.language());
    String line =
        draft.text(
            "line.recorded",
            Map.of("items", phrases.changed(field.get(), recorded.before(), value)));
    new Continuation(draft, asking).with("recorded", line, intake.open());
    return true;
  }
}
