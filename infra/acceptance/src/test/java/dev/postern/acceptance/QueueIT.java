package dev.postern.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits can be seen, and an operator can do something about it, which is noted. */
class QueueIT {

    private static final Browser BROWSER = new Browser();

    private final Platform platform = Platform.get();
    private final IngestApi api = new IngestApi(platform);
    private final Relays relays = platform.relays();
    private final Mailbox sender = platform.newMailbox();
    private final String recipient = "q" + UniqueId.next() + "@outside.example";
    private String id;

    @BeforeEach
    void makeOneWait() throws Exception {
        relays.main().behave("smtpd_recipient_restrictions=defer");
        relays.second().behave("smtpd_recipient_restrictions=defer");
        new Submission(sender).send(recipient, """
                From: <%s>
                To: <%s>
                Subject: Hello

                Hello.
                """.formatted(sender.address(), recipient));
        id = await().atMost(Duration.ofMinutes(1))
                .until(this::waiting, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> waiting() {
        return api.get("queue")
                .valueStream()
                .filter(message -> message.path("sender").asString().equals(sender.address()))
                .filter(message -> message.path("queueName").asString().equals("deferred"))
                .map(message -> message.path("queueId").asString())
                .findFirst();
    }

    @AfterEach
    void well() {
        relays.main().behave("smtpd_recipient_restrictions=");
        relays.second().behave("smtpd_recipient_restrictions=");
    }

    @AfterAll
    static void closeBrowser() {
        BROWSER.close();
    }

    @Test
    void by_command() {
        assertThat(Platform.postern("queue"))
                .contains(id + "  deferred  since ", "from <" + sender.address() + ">", "to <" + recipient + ">: ");
        Platform.postern("queue", "retry", id);
        Platform.postern("queue", "hold", id);
        assertThat(Platform.postern("queue")).contains(id + "  hold");
        Platform.postern("queue", "release", id);
        Platform.postern("queue", "delete", id);
        assertThat(Platform.postern("queue")).doesNotContain(id);
        assertThat(Command.attempt(
                                Command.CHECKOUT.resolve("postern").toString(), "test-platform", "queue", "retry", id)
                        .errors())
                .contains("There is no message " + id);

        assertThat(api.get("queue/actions").valueStream())
                .filteredOn(action -> action.path("queueId").asString().equals(id))
                .extracting(
                        action -> action.path("action").asString(),
                        action -> action.path("recipients").asString(),
                        action -> action.path("result").asString())
                .containsExactly(
                        tuple("delete", recipient, "done"),
                        tuple("release", recipient, "done"),
                        tuple("hold", recipient, "done"),
                        tuple("retry", recipient, "done"));
    }

    @Test
    void on_its_page() {
        var page = BROWSER.operator(platform, "mail-ingest");
        page.navigate(platform.info().dashboards().get("mail-ingest") + "queue");
        var row = page.locator("section:first-of-type tbody tr").filter(new Locator.FilterOptions().setHasText(id));
        assertThat(row).containsText(sender.address());
        assertThat(row).containsText(recipient);
        assertThat(row).containsText("said: 450");
        Browser.screenshot(page, "dashboard-queue");

        row.locator("button", new Locator.LocatorOptions().setHasText("Hold")).click();
        assertThat(page.locator("[role=status]")).containsText(id + " is held until it is released.");
        assertThat(row).containsText("held");
        row.locator("summary").click();
        row.locator("details button").click();
        assertThat(page.locator("[role=status]")).containsText(id + " is deleted.");

        assertThat(api.get("queue/actions").path(0).path("operator").asString())
                .isEqualTo(platform.info().operator().user());
        assertThat(api.send("POST", "queue/" + id + "/hold").statusCode()).isEqualTo(404);
    }

    @Test
    void what_is_no_action_or_no_message_is_told() {
        assertThat(api.send("POST", "queue/" + id + "/burn").body()).contains("There is no action burn");
        assertThat(api.send("POST", "queue/ALL/delete").statusCode()).isEqualTo(404);
        assertThat(api.send("POST", "queue/" + id + "/delete").statusCode()).isEqualTo(204);
    }
}
