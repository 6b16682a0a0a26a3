package dev.zhaoshang.content;

import java.util.List;

/** Looks for what breaks some of the rules, in files that have their shape. */
interface Check {

  /** Adds what it finds to the problems. */
  void check(Folder folder, List<Problem> problems);
}
