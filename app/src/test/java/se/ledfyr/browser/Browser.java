package se.ledfyr.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import se.ledfyr.personas.Personas;
import se.ledfyr.personas.SigningIn;

/// A real Chromium showing the house to one persona.
///
/// ```java
/// try (Browser browser = Browser.phone(port).in(Languages.ENGLISH).open()) {
///     browser.signIn(Personas.NORD_COORDINATOR);
///     Page page = browser.go("/registrations");
///     browser.check("registrations");
/// }
/// ```
public final class Browser implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "pictures");
    /// `./ledfyr test` finds the browser and says where it is.
    private static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("LEDFYR_CHROMIUM", "/usr/bin/chromium"));

    /// `[key.of.a.text]`, `snake_case`, `UPPER_CASE`, and places in a text that were not filled.
    private static final Pattern RAW =
            Pattern.compile("\\[[a-z]+\\.[\\w.-]+]|\\b[a-zåäö]+_[a-zåäö_]+\\b|\\b[A-Z]{2,}_[A-Z_]+\\b|\\{\\d}");

    private final Playwright playwright;
    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    private Browser(Window window) {
        address = "http://localhost:" + window.port;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        com.microsoft.playwright.Browser chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
        context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(window.language.getLanguage())
                .setViewportSize(window.width, window.height)
                .setColorScheme(window.dark ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setHasTouch(window.touch)
                .setJavaScriptEnabled(window.scripts));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        page.onPageError(error -> complaints.add(error.lines().findFirst().orElse("")));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
    }

    /// 1280 × 900, with scripts, in Swedish, light.
    public static Window desktop(int port) {
        return new Window(port, 1280, 900, Locale.of("sv"), true, false, false);
    }

    /// 360 × 740, with scripts, in Swedish, light.
    public static Window phone(int port) {
        return new Window(port, 360, 740, Locale.of("sv"), true, false, false);
    }

    /// How a browser is to be opened.
    public record Window(
            int port, int width, int height, Locale language, boolean scripts, boolean dark, boolean touch) {

        public Window in(Locale other) {
            return new Window(port, width, height, other, scripts, dark, touch);
        }

        public Window withoutScripts() {
            return new Window(port, width, height, language, false, dark, touch);
        }

        public Window inTheDark() {
            return new Window(port, width, height, language, scripts, true, touch);
        }

        /// One that is tapped: `page.tap("…")`.
        public Window byTouch() {
            return new Window(port, width, height, language, scripts, dark, true);
        }

        public Browser open() {
            return new Browser(this);
        }
    }

    /// Signs in through the door.
    public Browser signIn(Personas persona) {
        SigningIn.signIn(page, address, persona);
        return this;
    }

    /// Signs somebody in who is no persona but has the password of all of them; whoever was there before is gone.
    public Browser signInInstead(String login) {
        context.clearCookies();
        SigningIn.signIn(page, address, login);
        return this;
    }

    public Page go(String path) {
        page.navigate(address + path);
        return page;
    }

    public Page page() {
        return page;
    }

    /// Fails when axe finds anything at all to complain about, when a script failed, when the content security policy
    /// stopped something, or when the page must be scrolled sideways. Leaves a picture under `target/pictures`.
    ///
    /// @param name of the picture; never anybody's name
    public void check(String name) {
        picture(name);
        List<String> violations = new AxeBuilder(page)
                .analyze().getViolations().stream().map(Browser::worded).toList();
        assertThat(violations).as("axe on %s", name).isEmpty();
        assertThat(complaints).as("scripts and policy on %s", name).isEmpty();
        assertThat(isTooWide()).as("%s must be scrolled sideways", name).isFalse();
    }

    /// Fails when the page shows the key of a text that nobody wrote, or a code that nobody worded.
    ///
    /// @param name of the page, for the message
    public void checkWords(String name) {
        String shown = page.locator("body").innerText();
        assertThat(RAW.matcher(shown).results().map(MatchResult::group).toList())
                .as("keys and codes on %s", name)
                .isEmpty();
    }

    /// A picture of the whole page.
    public void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    private boolean isTooWide() {
        return (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    private static String worded(Rule rule) {
        List<String> places =
                rule.getNodes().stream().map(CheckedNode::getHtml).limit(3).toList();
        return "%s (%s): %s".formatted(rule.getId(), rule.getHelp(), places);
    }

    @Override
    public void close() {
        context.close();
        playwright.close();
    }
}
