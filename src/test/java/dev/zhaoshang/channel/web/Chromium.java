package dev.zhaoshang.channel.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.util.FileSystemUtils;

/**
 * Debian's Chromium, without a window and with a new profile. Where it is not installed the test is
 * skipped, except where {@code CI=true}: there it must run.
 */
final class Chromium implements AutoCloseable {

  private static final File BROWSER = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  /** Warns at each start that it does not know this version's own protocol, which is not used. */
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium");

  private final Path profile;
  private final ChromeDriver driver;

  Chromium() throws IOException {
    boolean installed = BROWSER.canExecute() && DRIVER.canExecute();
    if (!"true".equals(System.getenv("CI"))) {
      assumeTrue(installed, "SKIPPED: no " + BROWSER + " and " + DRIVER + " on this machine");
    }
    SELENIUM.setLevel(Level.SEVERE);
    profile = Files.createTempDirectory("chromium");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--user-data-dir=" + profile);
    options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "zh-CN,zh"));
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).usingAnyFreePort().build();
    driver = new ChromeDriver(service, options);
    dark(false);
  }

  /** Takes the size of a phone (below 900 px wide) or a window. */
  void size(int width, int height) {
    boolean phone = width < 900;
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of(
            "width", width,
            "height", height,
            "deviceScaleFactor", phone ? 2 : 1,
            "mobile", phone));
  }

  /**
   * Takes the light or the dark colours; nothing moves, so that screenshots are of an end state.
   */
  void dark(boolean on) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", on ? "dark" : "light"),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
  }

  void open(String address) {
    driver.get(address);
  }

  void reload() {
    driver.navigate().refresh();
  }

  WebElement find(String css) {
    return driver.findElement(By.cssSelector(css));
  }

  List<WebElement> all(String css) {
    return driver.findElements(By.cssSelector(css));
  }

  /** Waits, 15 s at most, for an element that shows the text. */
  void waitFor(String css, String text) {
    new WebDriverWait(driver, Duration.ofSeconds(15))
        .withMessage("\"" + text + "\" in " + css)
        .until(d -> texts(css).stream().anyMatch(shown -> shown.contains(text)));
  }

  /** Waits, 15 s at most, for so many elements. */
  void waitFor(String css, int count) {
    new WebDriverWait(driver, Duration.ofSeconds(15))
        .withMessage(count + " of " + css)
        .until(d -> all(css).size() == count);
  }

  List<String> texts(String css) {
    Object texts =
        run("return [...document.querySelectorAll(arguments[0])].map(e => e.innerText)", css);
    return ((List<?>) texts).stream().map(String::valueOf).toList();
  }

  Object run(String script, Object... arguments) {
    Object result = driver.executeScript(script, arguments);
    return result == null ? "" : result;
  }

  /** Errors and refused resources on the page's console. */
  List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .toList();
  }

  void screenshot(String name) throws IOException {
    Files.createDirectories(SCREENSHOTS);
    Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
  }

  @Override
  public void close() {
    driver.quit();
    try {
      FileSystemUtils.deleteRecursively(profile);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
