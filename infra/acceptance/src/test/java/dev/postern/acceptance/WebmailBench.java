package dev.postern.acceptance;

import static dev.postern.acceptance.MessageBuilder.aMessage;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long a person waits for webmail in Chromium: {@code ./postern bench webmail}. First paint is what the browser's own
 * paint timing says; done is when the network has been quiet for half a second, that half second taken off.
 */
public final class WebmailBench {

    private static final int ROUNDS = 5;
    private static final int MESSAGES = 60;
    private static final double QUIET_MILLIS = 500;

    private final Platform platform = Platform.get();
    private final String webmail = platform.info().webmail().url();
    private final Mailbox mailbox = platform.newMailbox();
    private final Map<String, List<Wait>> waits = new LinkedHashMap<>();

    private WebmailBench() {}

    public static void main(String[] arguments) {
        var bench = new WebmailBench();
        bench.fillMailbox();
        for (int round = 0; round <= ROUNDS; round++) {
            bench.visit();
            if (round == 0) {
                bench.waits.clear(); // warms up PHP and Dovecot
            }
        }
        bench.print();
    }

    private void fillMailbox() {
        var last = aMessage();
        for (int number = 0; number < MESSAGES; number++) {
            last = aMessage().filledTo(20_000);
            platform.worker().send("somebody@sender.example", mailbox.address(), last.bytes());
        }
        mailbox.messageWith(last.marker());
    }

    /** A new visitor with an empty cache each time. */
    private void visit() {
        try (var browser = new Browser()) {
            var page = browser.visitor(1280, 900);
            open(page, "log-in page", "");
            logIn(page);
            open(page, "inbox", "?_task=mail&_mbox=INBOX");
            open(page, "message", "?_task=mail&_mbox=INBOX&_uid=1&_action=show");
            open(page, "compose", "?_task=mail&_action=compose");
            open(page, "contacts", "?_task=addressbook");
            open(page, "settings", "?_task=settings");
            open(page, "filters", "?_task=settings&_action=plugin.managesieve");
            open(page, "password", "?_task=settings&_action=plugin.password");
        }
    }

    private void open(Page page, String name, String query) {
        long begun = System.nanoTime();
        page.navigate(webmail + query);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        note(page, name, begun);
    }

    private void logIn(Page page) {
        page.locator("#rcmloginuser").fill(mailbox.address());
        page.locator("#rcmloginpwd").fill(mailbox.password());
        long begun = System.nanoTime();
        page.locator("#rcmloginsubmit").click();
        page.waitForURL(url -> url.contains("_task=mail"));
        page.waitForLoadState(LoadState.NETWORKIDLE);
        note(page, "log in", begun);
    }

    private void note(Page page, String name, long begun) {
        double done = (System.nanoTime() - begun) / 1e6 - QUIET_MILLIS;
        var paint = page.evaluate("performance.getEntriesByName('first-paint')[0]?.startTime ?? 0");
        waits.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Wait(((Number) paint).doubleValue(), done));
    }

    private void print() {
        System.out.printf("%-12s %20s %20s%n", "page", "first paint, ms", "done, ms");
        double slowestPaint = 0;
        double slowestPage = 0;
        for (var entry : waits.entrySet()) {
            double paint = median(entry.getValue().stream().map(Wait::paint).toList());
            double done = median(entry.getValue().stream().map(Wait::done).toList());
            System.out.printf(Locale.ROOT, "%-12s %20.0f %20.0f%n", entry.getKey(), paint, done);
            slowestPaint = Math.max(slowestPaint, paint);
            slowestPage = Math.max(slowestPage, done);
        }
        System.out.printf(
                Locale.ROOT, "%nRESULT webmail first_paint_ms=%.0f slowest_page_ms=%.0f%n", slowestPaint, slowestPage);
    }

    private static double median(List<Double> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private record Wait(double paint, double done) {}
}
