package dev.zhaoshang.conversation;

import dev.zhaoshang.domain.FactState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A distributor's record as it is shown beside the chat.
 *
 * @param id of the distributor
 * @param title name and company, as far as they are known
 * @param aspects in the order of the form
 */
public record RecordView(String id, String title, List<AspectView> aspects) {

  public RecordView {
    aspects = List.copyOf(aspects);
  }

  /**
   * An aspect of the record.
   *
   * @param id of the aspect
   * @param title short name
   * @param done whether none of its core fields is open
   * @param lines its fields, open ones too
   */
  public record AspectView(String id, String title, boolean done, List<Line> lines) {

    public AspectView {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A field of the record.
   *
   * @param field id of the field
   * @param label short name
   * @param text the value to show, empty when there is none
   * @param state null while the field is open
   */
  public record Line(String field, String label, String text, @Nullable FactState state) {}
}
