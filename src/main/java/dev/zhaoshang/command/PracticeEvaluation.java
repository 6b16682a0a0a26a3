package dev.zhaoshang.command;

import dev.zhaoshang.content.Objection;
import dev.zhaoshang.content.Practice;
import dev.zhaoshang.understanding.practice.AnswerJudge;
import dev.zhaoshang.understanding.practice.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Measures the judge of practice against answers that people labelled. */
final class PracticeEvaluation {

  private final List<Judged> judged;

  private PracticeEvaluation(List<Judged> judged) {
    this.judged = List.copyOf(judged);
  }

  /** Judges every line. */
  static PracticeEvaluation of(Practice practice, AnswerJudge judge, List<PracticeLine> lines) {
    List<Judged> judged = new ArrayList<>();
    for (PracticeLine line : lines) {
      Verdict verdict =
          practice
              .exercise(line.objection())
              .map(exercise -> judge.judge(exercise, line.answer()))
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "practice.yml has no exercise for " + line.objection()));
      judged.add(new Judged(line, verdict));
    }
    return new PracticeEvaluation(judged);
  }

  Agreement agreement() {
    return agreement(one -> true);
  }

  private Agreement agreement(Predicate<Judged> of) {
    Agreement agreement = Agreement.NONE;
    for (Judged one : judged) {
      if (of.test(one)) {
        agreement = agreement.with(one.line().pass(), one.verdict().passed());
      }
    }
    return agreement;
  }

  /** The readable report; its last line is the figures. */
  List<String> report() {
    List<String> lines = new ArrayList<>();
    lines.add(row("", "n", "kappa", "agree", "wrongPass", "wrongFail"));
    Objection.IDS.forEach(
        id -> lines.add(row(id, agreement(j -> j.line().objection().equals(id)))));
    for (String quality : List.of("good", "partial", "bad")) {
      lines.add(row(quality, agreement(j -> j.line().quality().equals(quality))));
    }
    for (String lang : List.of("zh", "en")) {
      lines.add(row(lang, agreement(j -> j.line().lang().equals(lang))));
    }
    lines.add("");
    lines.add(Tally.head("must-not"));
    tallies().forEach((id, tally) -> lines.add(tally.row(id)));
    lines.add("");
    lines.add("Disagreements:");
    judged.stream()
        .filter(one -> one.line().pass() != one.verdict().passed())
        .forEach(one -> lines.addAll(one.told()));
    lines.add("");
    Agreement all = agreement();
    lines.add(
        String.format(
            Locale.ROOT,
            "practice n=%d kappa=%.4f agreement=%.4f wrongPass=%d wrongFail=%d",
            all.n(),
            all.kappa(),
            all.share(),
            all.onlyJudge(),
            all.onlyGold()));
    return lines;
  }

  private Map<String, Tally> tallies() {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Judged one : judged) {
      List<String> gold = one.line().violations();
      List<String> found = one.breaches();
      for (String id : new TreeSet<>(Stream.concat(gold.stream(), found.stream()).toList())) {
        Tally tally = tallies.computeIfAbsent(id, key -> new Tally());
        if (gold.contains(id) && found.contains(id)) {
          tally.hit();
        } else if (gold.contains(id)) {
          tally.missed();
        } else {
          tally.spurious();
        }
      }
    }
    return tallies;
  }

  private static String row(String name, Agreement a) {
    return row(
        name,
        "" + a.n(),
        Double.isNaN(a.kappa()) ? "-" : String.format(Locale.ROOT, "%.3f", a.kappa()),
        String.format(Locale.ROOT, "%.3f", a.share()),
        "" + a.onlyJudge(),
        "" + a.onlyGold());
  }

  private static String row(
      String name, String n, String kappa, String agree, String wrongPass, String wrongFail) {
    return String.format(
        Locale.ROOT, "%-22s %6s %8s %8s %10s %10s", name, n, kappa, agree, wrongPass, wrongFail);
  }

  /** One JSON object a line, in the order of the file. */
  List<String> predictions() {
    return judged.stream().map(Judged::prediction).toList();
  }

  /** A labelled answer and what the judge made of it. */
  private record Judged(PracticeLine line, Verdict verdict) {

    List<String> breaches() {
      return verdict.breaches().stream().map(Verdict.Breach::mustNot).toList();
    }

    List<String> told() {
      String should = line.pass() ? "should pass" : "should fail";
      String because =
          verdict.breaches().stream()
              .map(breach -> breach.mustNot() + " \"" + breach.words() + "\"")
              .collect(Collectors.joining(", "));
      return List.of(
          line.id() + " " + line.objection() + " " + line.quality() + ", " + should,
          "    " + line.answer(),
          "    points "
              + new TreeSet<>(verdict.points())
              + (because.isEmpty() ? "" : ", broke " + because)
              + (verdict.said() ? "" : ", not said to a customer"));
    }

    String prediction() {
      Map<String, Object> prediction = new LinkedHashMap<>();
      prediction.put("id", line.id());
      prediction.put("pass", verdict.passed());
      prediction.put("points", new TreeSet<>(verdict.points()));
      prediction.put("violations", breaches());
      return EvaluationFile.line(prediction);
    }
  }
}
