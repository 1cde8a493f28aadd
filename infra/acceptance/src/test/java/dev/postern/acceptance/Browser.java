package dev.postern.acceptance;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Debian's Chromium, headless. Each page is a new visitor without cookies. */
final class Browser implements AutoCloseable {

    private static final Path SCREENS = Path.of("target/screens");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of(
                            "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic")));

    /** A visitor with a window of this size. The certificate is checked elsewhere ({@link ClosedGateIT}). */
    Page visitor(int width, int height) {
        return chromium.newPage(new com.microsoft.playwright.Browser.NewPageOptions()
                .setViewportSize(width, height)
                .setIgnoreHTTPSErrors(true));
    }

    static void screenshot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENS.resolve(name + ".png")));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    /** One of the dashboards, with the operator logged in. */
    Page operator(Platform platform, String dashboard) {
        var operator = platform.info().operator();
        var page = visitor(1280, 1000);
        page.navigate(platform.info().dashboards().get(dashboard));
        page.locator("input[name=username]").fill(operator.user());
        page.locator("input[name=password]").fill(Platform.read(operator.passwordFile()));
        page.locator("main button[type=submit]").click();
        page.waitForURL(url -> !url.contains("login"));
        return page;
    }
}
