package dev.postern.admin.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Chromium;
import dev.postern.admin.testing.Chromium.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All of it without a script. */
@AdminApiTest
class WebhookPagesIT {

    private final String url = "https://%s.example/hook".formatted(AdminApi.unique("h"));
    private final Page page;

    WebhookPagesIT(@Autowired AdminApi api) {
        this.page = Chromium.operator(api, Look.DESK.withoutScript());
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @Test
    void addsChangesAndRemovesAWebhookAndShowsItsSecretThisOnce() {
        page.navigate("/webhooks");
        page.click("main a.button");
        page.fill("#new-url", url);
        page.fill("#new-events", "mailbox.*\ndomain.created");
        page.click("main button[type=submit]");

        var secret = page.innerText("#once");
        assertThat(secret).startsWith("whsec_");
        page.reload();
        assertThat(page.content()).doesNotContain(secret);
        assertThat(page.inputValue("#general-events")).isEqualTo("domain.created\nmailbox.*");

        page.click("form[action$='/secret'] button");
        assertThat(page.innerText("#once")).startsWith("whsec_").isNotEqualTo(secret);

        page.uncheck("#general-enabled");
        page.click("#general button");
        page.navigate("/webhooks");
        assertThat(page.innerText("table")).contains(url);

        page.click("text=" + url);
        page.click("form[action$='/delete'] button");
        assertThat(page.innerText("main")).doesNotContain(url);
    }

    @Test
    void tellsBesideTheFieldWhatIsWrong() {
        page.navigate("/webhooks/new");
        page.fill("#new-url", "http://hooks.example.org/");
        page.fill("#new-events", "everything");
        page.click("main button[type=submit]");

        assertThat(page.innerText("#new-url-error")).contains("https://");
        assertThat(page.innerText("#new-events-error")).contains("everything");
        assertThat(page.inputValue("#new-url")).isEqualTo("http://hooks.example.org/");
    }
}
