package dev.postern.admin.pages;

import com.microsoft.playwright.Page;
import dev.postern.admin.signins.SignIns;
import dev.postern.admin.testing.Activity;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Axe;
import dev.postern.admin.testing.Chromium;
import dev.postern.admin.testing.Chromium.Look;
import dev.postern.admin.testing.OperatorBrowser;
import dev.postern.admin.testing.Staff;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What holds for every page, in every way to look at it. */
@AdminApiTest
class PagesIT {

    private static final Path SCREENS = Path.of("target/screens");

    @Autowired
    AdminApi api;

    @Autowired
    SignIns signIns;

    private String domain = "";
    private String operator = "";
    private String move = "";
    private String webhook = "";

    @BeforeEach
    void makeWhatIsShown() {
        domain = api.newDomain();
        operator = Staff.administratorOf(domain);
        new OperatorBrowser(api).signIn(operator);
        api.newMailbox("alice@" + domain);
        var telephone = api.post("/api/v1/mailboxes/alice@%s/app-passwords".formatted(domain), "{'name': 'Telephone'}");
        Activity.of("alice@" + domain, telephone.text("id"), signIns);
        api.newMailbox("bob@" + domain);
        api.delete("/api/v1/mailboxes/bob@" + domain);
        api.post("/api/v1/aliases", "{'address': 'info@%s', 'targets': ['alice@%s']}".formatted(domain, domain));
        move = api.post(
                        "/api/v1/migrations/mail",
                        "{'mailbox': 'alice@%s', 'host': 'imap.old.example', 'user': 'alice', 'password': 'x'}"
                                .formatted(domain))
                .text("id");
        webhook = api.post("/api/v1/webhooks", "{'url': 'https://hooks.%s/', 'enabled': false}".formatted(domain))
                .text("id");
    }

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.DESK.dimmed().japanese(), Look.TELEPHONE.dimmed(), Look.TELEPHONE.japanese());
    }

    /** Every page by a name for its picture. */
    private List<String> pages() {
        return List.of(
                "/",
                "/nowhere",
                "/account",
                "/account/app",
                "/account/passkeys/new",
                "/domains",
                "/domains/new",
                "/domains/" + domain,
                "/domains/%s/records".formatted(domain),
                "/domains/%s/delete".formatted(domain),
                "/mailboxes",
                "/mailboxes/new",
                "/mailboxes/alice@" + domain,
                "/mailboxes/alice@%s/delete".formatted(domain),
                "/search?q=" + domain,
                "/mailboxes?q=alice&sort=-quotaBytes&enabled=true",
                "/statistics",
                "/aliases",
                "/aliases/new",
                "/aliases/info@" + domain,
                "/aliases/info@%s/delete".formatted(domain),
                "/bin",
                "/bin/bob@%s/erase".formatted(domain),
                "/operators",
                "/operators/" + operator,
                "/operators/%s/delete".formatted(operator),
                "/tokens",
                "/tokens/first",
                "/audit",
                "/audit/1",
                "/audit/check",
                "/migrations",
                "/migrations/accounts",
                "/migrations/folders",
                "/migrations/mail/new",
                "/migrations/mail/" + move,
                "/webhooks",
                "/webhooks/new",
                "/webhooks/" + webhook);
    }

    @ParameterizedTest
    @MethodSource("looks")
    void canBeReadAndUsedByEverybody(Look look) {
        var page = Chromium.operator(api, look);
        var faults = new SoftAssertions();
        for (var path : pages()) {
            var answer = Objects.requireNonNull(page.navigate(path));
            faults.assertThat(answer.status()).as(path).isEqualTo(path.equals("/nowhere") ? 404 : 200);
            faults.assertThat(Axe.complaints(page)).as(path).isEmpty();
            faults.assertThat(page.innerText("body")).as(path).doesNotContain("??");
            faults.assertThat(sidewaysScroll(page))
                    .as("%s is wider than the window", path)
                    .isEqualTo(0);
            faults.assertThat(page.getAttribute("html", "lang"))
                    .isEqualTo(look.language().substring(0, 2));
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SCREENS.resolve("%s-%s.png".formatted(nameOf(path), look))));
        }
        page.context().close();
        faults.assertAll();
    }

    private static int sidewaysScroll(Page page) {
        return (int) page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    }

    private String nameOf(String path) {
        var name = path.replace(domain, "one")
                .replace(operator, "one")
                .replaceAll("/mail/[0-9]+", "/mail/one")
                .replaceAll("/webhooks/[0-9]+", "/webhooks/one")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return name.isEmpty() ? "overview" : name;
    }
}
