package dev.zhaoshang.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Memory of a process that is in RAM.
 *
 * @param megabytes VmRSS, in units of 1,000,000 bytes
 * @param peakMegabytes VmHWM
 */
record ResidentMemory(double megabytes, double peakMegabytes) {

  private static final double BYTES_PER_KIB = 1024;

  /** Of the process with that id; not-a-number where there is no /proc. */
  static ResidentMemory of(long pid) {
    try {
      List<String> lines = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
      return new ResidentMemory(value(lines, "VmRSS:"), value(lines, "VmHWM:"));
    } catch (IOException e) {
      return new ResidentMemory(Double.NaN, Double.NaN);
    }
  }

  private static double value(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * BYTES_PER_KIB / 1e6)
        .findFirst()
        .orElse(Double.NaN);
  }
}
