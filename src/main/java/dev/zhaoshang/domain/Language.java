package dev.zhaoshang.domain;

/** The languages that reps read. */
public enum Language {
  /** Simplified Chinese. */
  ZH,
  /** English. */
  EN
}
