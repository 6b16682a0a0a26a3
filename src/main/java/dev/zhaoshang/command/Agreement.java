package dev.zhaoshang.command;

/**
 * How far two judges agree on pass and fail.
 *
 * @param bothPass answers that both pass
 * @param onlyGold answers that the labels alone pass
 * @param onlyJudge answers that the judge alone passes
 * @param bothFail answers that both fail
 */
record Agreement(int bothPass, int onlyGold, int onlyJudge, int bothFail) {

  static final Agreement NONE = new Agreement(0, 0, 0, 0);

  /** One answer more. */
  Agreement with(boolean gold, boolean judge) {
    return new Agreement(
        bothPass + (gold && judge ? 1 : 0),
        onlyGold + (gold && !judge ? 1 : 0),
        onlyJudge + (!gold && judge ? 1 : 0),
        bothFail + (!gold && !judge ? 1 : 0));
  }

  /** Answers in all. */
  int n() {
    return bothPass + onlyGold + onlyJudge + bothFail;
  }

  /** Share of answers on which both agree, 0 to 1. */
  double share() {
    return (bothPass + bothFail) / (double) n();
  }

  /**
   * Cohen's kappa (1960): agreement beyond what chance gives, 1 for all; NaN when both give one
   * verdict only.
   */
  double kappa() {
    double n = n();
    double gold = (bothPass + onlyGold) / n;
    double judge = (bothPass + onlyJudge) / n;
    double chance = gold * judge + (1 - gold) * (1 - judge);
    return (share() - chance) / (1 - chance);
  }
}
