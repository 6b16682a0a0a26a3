package dev.zhaoshang.understanding.time;

import dev.zhaoshang.understanding.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts pieces that stand together into groups, one a time. */
final class Groups {

  private final Pattern between;

  Groups(Pattern between) {
    this.between = between;
  }

  /**
   * Pieces that tell one time.
   *
   * @param days that it names; more than one when a weekday and a date say the same
   * @param part of the day; null for none
   * @param clock time of day; null for none
   * @param stretch length, alone or from now; null for none
   * @param by mark of the latest time; null for none
   * @param vague whether it tells no day
   * @param joined whether it ends the range that the group before begins
   * @param span of all of them
   */
  record Group(
      List<Piece.Day> days,
      Piece.@Nullable Part part,
      Piece.@Nullable Clock clock,
      Piece.@Nullable Stretch stretch,
      Piece.@Nullable By by,
      boolean vague,
      boolean joined,
      Span span) {

    static Group empty(int at, boolean joined) {
      return new Group(List.of(), null, null, null, null, false, joined, new Span(at, at));
    }

    boolean isEmpty() {
      return days.isEmpty() && part == null && clock == null && stretch == null && !vague;
    }

    /** This group with the piece; null when it does not belong to it. */
    @Nullable Group with(Piece piece) {
      boolean closed = by != null && !by.leads();
      Span all = isEmpty() && by == null ? piece.span() : new Span(span.from(), piece.span().to());
      if (piece instanceof Piece.By mark) {
        boolean fits = by == null && mark.leads() == isEmpty();
        return fits ? new Group(days, part, clock, stretch, mark, vague, joined, all) : null;
      }
      if (closed || stretch != null || vague) {
        return null;
      }
      if (piece instanceof Piece.Day day) {
        List<Piece.Day> more = new ArrayList<>(days);
        more.add(day);
        return new Group(more, part, clock, null, by, false, joined, all);
      }
      if (piece instanceof Piece.Part told && part == null) {
        return new Group(days, told, clock, null, by, false, joined, all);
      }
      if (piece instanceof Piece.Clock told && clock == null) {
        return new Group(days, part, told, null, by, false, joined, all);
      }
      if (piece instanceof Piece.Stretch told && isEmpty()) {
        return new Group(days, part, clock, told, by, false, joined, all);
      }
      return piece instanceof Piece.Vague && isEmpty()
          ? new Group(days, part, clock, null, by, true, joined, all)
          : null;
    }
  }

  /** The groups of a text in order. */
  List<Group> of(String plain, List<Piece> pieces) {
    List<Group> groups = new ArrayList<>();
    Group open = Group.empty(0, false);
    for (Piece piece : pieces) {
      boolean near =
          between.matcher(plain.substring(open.span().to(), piece.span().from())).matches();
      if (piece instanceof Piece.To to) {
        if (near && !open.isEmpty()) {
          groups.add(open);
          open = new Group(List.of(), null, null, null, null, false, true, to.span());
        }
        continue;
      }
      boolean fresh = open.isEmpty() && open.by() == null && !open.joined();
      @Nullable Group more = fresh || near ? open.with(piece) : null;
      if (more == null) {
        close(open, groups);
        more = Group.empty(piece.span().from(), false).with(piece);
      }
      open = more == null ? Group.empty(piece.span().to(), false) : more;
    }
    close(open, groups);
    return groups;
  }

  private static void close(Group open, List<Group> groups) {
    if (!open.isEmpty()) {
      groups.add(open);
    }
  }
}
