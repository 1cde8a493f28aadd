package dev.postern.admin.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import dev.postern.common.testing.TestSecrets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, one for all tests of a run. */
public final class Chromium {

    private static final Browser CHROMIUM = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));

    private Chromium() {}

    /** Somebody who looks at the pages with such a window, in such a language. */
    public static BrowserContext visitor(AdminApi api, Look look) {
        var context = CHROMIUM.newContext(new Browser.NewContextOptions()
                .setBaseURL(api.page("/").toString().replace("127.0.0.1", "localhost"))
                .setViewportSize(look.width(), look.width() < 600 ? 844 : 900)
                .setLocale(look.language())
                .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setJavaScriptEnabled(look.script()));
        context.setDefaultTimeout(15_000);
        return context;
    }

    /** The first operator, signed in, at the first page. */
    public static Page operator(AdminApi api, Look look) {
        return signedIn(api, look, "operator", TestSecrets.OPERATOR_PASSWORD);
    }

    /** The owner of a mailbox, signed in, at his first page. */
    public static Page owner(AdminApi api, Look look, String address, String password) {
        var page = visitor(api, look).newPage();
        page.navigate("/self/login");
        page.fill("#address", address);
        page.fill("#password", password);
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    public static Page signedIn(AdminApi api, Look look, String username, String password) {
        var page = visitor(api, look).newPage();
        page.navigate("/login");
        page.fill("#username", username);
        page.fill("#password", password);
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        return page;
    }

    /**
     * How somebody looks at pages.
     *
     * @param width of the window
     * @param script whether his browser runs any
     */
    public record Look(int width, boolean dark, String language, boolean script) {

        public static final Look DESK = new Look(1440, false, "en-GB", true);
        public static final Look TELEPHONE = new Look(390, false, "en-GB", true);

        public Look dimmed() {
            return new Look(width, true, language, script);
        }

        public Look japanese() {
            return new Look(width, dark, "ja-JP", script);
        }

        public Look withoutScript() {
            return new Look(width, dark, language, false);
        }

        /** In names of files. */
        @Override
        public String toString() {
            return "%d-%s-%s%s"
                    .formatted(width, dark ? "dark" : "light", language.substring(0, 2), script ? "" : "-plain");
        }
    }
}
