package dev.zhaoshang.understanding.time;

/** Whether a text speaks of what is to come or of what has been. */
public enum Facing {
  /** Of what is to come: plans, promises, leave. What is past is a problem. */
  AHEAD,
  /** Of what has been: visits, the day's report. */
  BACK
}
