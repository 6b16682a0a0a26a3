package dev.zhaoshang.bench;

import dev.zhaoshang.bench.Chat.Answer;
import dev.zhaoshang.bench.Chat.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The reps who talk, one after another, each in a conversation of its own. */
final class Reps {

  /** How many there are, unless told otherwise. */
  static final int COUNT = 200;

  private final List<Rep> reps = new ArrayList<>();
  private int turn;

  Reps(int count) {
    IntStream.range(0, count).forEach(n -> reps.add(new Rep(n)));
  }

  Rep get(int n) {
    return reps.get(n);
  }

  static String id(int n) {
    return "rep%03d".formatted(n);
  }

  /** Makes them known to an application that will start in that folder. */
  static void enrol(Path folder) {
    enrol(folder, COUNT);
  }

  /** Makes so many known. */
  static void enrol(Path folder, int count) {
    String people =
        IntStream.range(0, count)
            .mapToObj(Reps::id)
            .map(Reps::colleague)
            .collect(Collectors.joining("", "zhaoshang:\n  people:\n", ""));
    try {
      Path config = Files.createDirectories(folder.resolve("config"));
      Files.writeString(config.resolve("application.yml"), people, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String colleague(String id) {
    return "    - {id: %s, name: %s, role: rep, accounts: ['wecom:%s']}\n".formatted(id, id, id);
  }

  /** Whose turn it is. One thread at a time. */
  Rep next() {
    Rep rep = reps.get(turn);
    turn = (turn + 1) % reps.size();
    return rep;
  }

  /** One rep: what it says next depends on the dice and on the answers it has. */
  static final class Rep {

    private final String id;
    private final Random random;
    private final Phrasebook book;
    private Answer last = new Answer("", List.of());
    private boolean begun;

    Rep(int n) {
      this.id = Reps.id(n);
      this.random = new Random(n);
      this.book = new Phrasebook(random);
    }

    String id() {
      return id;
    }

    /** What it sends now: at first a new distributor. */
    synchronized Message says() {
      Kind kind = begun ? Kind.of(random.nextInt(100)) : Kind.NEW_DISTRIBUTOR;
      begun = true;
      if (kind == Kind.BUTTON && !last.buttons().isEmpty()) {
        String data = last.buttons().get(random.nextInt(last.buttons().size()));
        return new Message(kind, "button", data);
      }
      if (kind == Kind.BUTTON || kind == Kind.BARE) {
        return Message.text(Kind.BARE, book.answer(last.asks()));
      }
      return Message.text(kind, book.line(kind));
    }

    synchronized void hears(Answer answer) {
      last = answer;
    }
  }
}
