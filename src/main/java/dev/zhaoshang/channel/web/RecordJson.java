package dev.zhaoshang.channel.web;

import dev.zhaoshang.conversation.RecordView;
import dev.zhaoshang.domain.FactState;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The record that the page shows beside the chat.
 *
 * @param id of the distributor
 * @param title name and company, as far as they are known
 * @param aspects in the order of the form
 */
record RecordJson(String id, String title, List<AspectJson> aspects) {

  /**
   * An aspect.
   *
   * @param id of the aspect
   * @param title short name
   * @param done whether all that matters of it is settled
   * @param lines its fields, open ones too
   */
  record AspectJson(String id, String title, boolean done, List<LineJson> lines) {}

  /**
   * A field.
   *
   * @param field id of the field
   * @param label short name
   * @param text the value to show, empty when there is none
   * @param state as in {@link DistributorJson.FieldJson}; null while the field is open
   */
  record LineJson(String field, String label, String text, @Nullable String state) {}

  static RecordJson of(RecordView view) {
    return new RecordJson(
        view.id(), view.title(), view.aspects().stream().map(RecordJson::aspect).toList());
  }

  private static AspectJson aspect(RecordView.AspectView aspect) {
    return new AspectJson(
        aspect.id(),
        aspect.title(),
        aspect.done(),
        aspect.lines().stream().map(RecordJson::line).toList());
  }

  private static LineJson line(RecordView.Line line) {
    FactState state = line.state();
    return new LineJson(
        line.field(), line.label(), line.text(), state == null ? null : name(state));
  }

  /** A state's name in the API. */
  static String name(FactState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }
}
