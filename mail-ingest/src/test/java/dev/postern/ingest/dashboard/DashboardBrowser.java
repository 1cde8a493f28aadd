package dev.postern.ingest.dashboard;

import dev.postern.common.testing.Browser;
import java.net.URI;
import java.net.http.HttpResponse;

/** A browser on one port of the service. */
final class DashboardBrowser {

    private final Browser browser = new Browser();
    private final String origin;

    DashboardBrowser(int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path) {
        return browser.get(at(path));
    }

    /** As htmx asks for a piece of a page. */
    HttpResponse<String> fetch(String path) {
        return browser.fetch(at(path));
    }

    DashboardBrowser signIn() {
        browser.signIn(at("/login"), ReceiptsDatabase.OPERATOR, ReceiptsDatabase.OPERATOR_PASSWORD);
        return this;
    }

    private URI at(String path) {
        return URI.create(origin + path);
    }
}
