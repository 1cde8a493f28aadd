package dev.postern.admin.migration.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Chromium;
import dev.postern.admin.testing.Chromium.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All of it without a script. The service under test lets moves wait. */
@AdminApiTest
class MovePagesIT {

    private final AdminApi api;
    private final Page page;
    private String mailbox = "";

    MovePagesIT(@Autowired AdminApi api) {
        this.api = api;
        this.page = Chromium.operator(api, Look.DESK.withoutScript());
    }

    @BeforeEach
    void addMailbox() {
        mailbox = "alice@" + api.newDomain();
        api.newMailbox(mailbox);
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @Test
    void startsAMoveAndEndsItAgain() {
        page.navigate("/migrations/mail/new");
        fill(mailbox, "imap.old.example");
        page.click("#move-password >> xpath=ancestor::form >> css=button[type=submit]");

        assertThat(page.innerText("[role=status]")).contains(mailbox);
        assertThat(page.innerText("#progress")).contains("waits", "imap.old.example");
        assertThat(page.content()).doesNotContain("umbrellas");

        page.click("form[action$='/cancel'] button");
        assertThat(page.innerText("#progress")).contains("ended early");

        page.click("form[action$='/retry'] button");
        assertThat(page.innerText("[role=alert]")).contains("password");
        page.fill("#retry-password", "nine green umbrellas");
        page.click("form[action$='/retry'] button");
        assertThat(page.innerText("#progress")).contains("waits");

        page.click("form[action$='/cancel'] button");
        page.click("form[action$='/forget'] button");
        assertThat(page.innerText("table, .empty")).doesNotContain(mailbox);
    }

    @Test
    void tellsBesideTheFieldWhatIsWrongAndNeverSendsAPasswordBack() {
        page.navigate("/migrations/mail/new");
        fill("bob@" + mailbox.substring(6), "imap.old.example");
        page.click("#move-password >> xpath=ancestor::form >> css=button[type=submit]");

        assertThat(page.innerText("#move-mailbox-error")).contains("create it first");
        assertThat(page.inputValue("#move-host")).isEqualTo("imap.old.example");
        assertThat(page.inputValue("#move-password")).isEmpty();
        assertThat(page.content()).doesNotContain("umbrellas");

        fill(mailbox, "http://old.example/");
        page.click("#move-password >> xpath=ancestor::form >> css=button[type=submit]");
        assertThat(page.innerText("#move-host-error")).isNotBlank();
    }

    @Test
    void startsAllMovesOfAFileOrNone() {
        sendFile("mailbox,host,user,password\n%1$s,imap.old.example,a1,x\nnobody@%2$s,imap.old.example,a2,x\n"
                .formatted(mailbox, mailbox.substring(6)));
        assertThat(page.innerText("main")).contains("nobody@");
        assertThat(api.get("/api/v1/migrations/mail?mailbox=" + mailbox).content())
                .doesNotContain("\"a1\"");

        sendFile("mailbox,host,user,password\n%1$s,imap.old.example,a1,x\n%1$s,imap.old.example,a2,x\n"
                .formatted(mailbox));
        assertThat(page.innerText("[role=status]")).contains("2 moves");
        assertThat(page.innerText("table")).contains("a1", "a2");
    }

    @Test
    void changesWhereFoldersGo() {
        page.navigate("/migrations/folders");
        var before = page.inputValue("#mapping-lines");
        assertThat(before).contains("送信済み", "gesendet");

        page.fill("#mapping-lines", before + "\nFoo/Bar = Archive/Foo\n");
        page.click("main button[type=submit]");
        assertThat(page.innerText("[role=status]")).isNotBlank();
        assertThat(page.inputValue("#mapping-lines")).contains("foo/bar");

        page.fill("#mapping-lines", "nonsense");
        page.click("main button[type=submit]");
        assertThat(page.innerText("#mapping-lines-error")).isNotBlank();
        page.fill("#mapping-lines", before);
        page.click("main button[type=submit]");
    }

    private void fill(String to, String host) {
        page.fill("#move-mailbox", to);
        page.fill("#move-host", host);
        page.fill("#move-user", "alice");
        page.fill("#move-password", "nine green umbrellas");
    }

    private void sendFile(String csv) {
        page.navigate("/migrations/mail/new");
        page.setInputFiles("#csv-file", new FilePayload("moves.csv", "text/csv", csv.getBytes(UTF_8)));
        page.click("form[action$='/csv'] button");
    }
}
