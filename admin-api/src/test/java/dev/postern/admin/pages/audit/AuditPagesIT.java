package dev.postern.admin.pages.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Chromium;
import dev.postern.admin.testing.Chromium.Look;
import dev.postern.admin.testing.OperatorBrowser;
import dev.postern.admin.testing.Staff;
import dev.postern.common.testing.TestSecrets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** All of it without a script. */
@AdminApiTest
class AuditPagesIT {

    private final AdminApi api;
    private final Page page;
    private String domain = "";

    AuditPagesIT(@Autowired AdminApi api) {
        this.api = api;
        this.page = Chromium.operator(api, Look.DESK.withoutScript());
    }

    @BeforeEach
    void doSomething() {
        domain = api.newDomain();
        api.patch("/api/v1/domains/" + domain, "{'note': '=1+1 <b>note</b>'}");
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @Test
    void findsAnEntryAndShowsWhatItChanged() {
        page.navigate("/audit");
        page.fill("#search-subject", domain);
        page.fill("#search-action", "domain.ch");
        page.click("#search button");

        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
        assertThat(page.innerText("tbody")).contains("domain.changed", domain, "first", "token");
        page.click("tbody a");
        assertThat(page.innerText("main")).contains("=1+1 <b>note</b>");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("note"))
                        .innerText())
                .contains("changed");
        assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("enabled"))
                        .innerText())
                .doesNotContain("changed");
    }

    @Test
    void findsByDaysAndSaysWhatIsNoDay() {
        page.navigate("/audit?subject=%s&until=2020-01-01".formatted(domain));
        assertThat(page.innerText("main")).contains("Nothing was found");

        page.navigate("/audit?from=yesterday");
        assertThat(page.innerText("#search-from-error")).contains("yesterday");
        assertThat(Objects.requireNonNull(page.navigate("/audit/export.csv?from=yesterday"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void handsOutWhatWasFoundAsFilesThatRunNoFormula() {
        var browser = new OperatorBrowser(api).signIn("operator");

        var table = browser.get("/audit/export.csv?subject=" + domain);
        assertThat(table.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"audit.csv\"");
        assertThat(table.body().lines()).hasSize(3).first().asString().startsWith("id,at,kind,actor");
        assertThat(table.body()).contains("\"\"=1+1 <b>note</b>\"\"").doesNotContain("\n=", ",=");

        var lines = browser.get("/audit/export.json?subject=" + domain);
        assertThat(lines.body().lines()).hasSize(2).allMatch(line -> line.startsWith("{"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{x}", "%41", "a&actor=b", "<script>alert(1)</script>", "' or 1=1 --", "_", "%", "\\"})
    void takesWhatIsTypedAsTextEverywhere(String typed) {
        page.navigate("/audit?subject=" + URLEncoder.encode(typed, StandardCharsets.UTF_8) + "&actor=first");

        assertThat(page.inputValue("#search-subject")).isEqualTo(typed);
        assertThat(page.inputValue("#search-actor")).isEqualTo("first");
        assertThat(page.innerText("main")).contains("Nothing was found");
    }

    @Test
    void keepsTheSearchOnTheWayToTheFile() {
        page.navigate("/audit?subject=" + domain);
        assertThat(page.getAttribute("a[download]", "href")).isEqualTo("/audit/export.csv?subject=" + domain);
    }

    @Test
    void showsADomainAdministratorNothingOfOthers() {
        var other = api.newDomain();
        var his = Chromium.signedIn(api, Look.DESK, Staff.administratorOf(domain), TestSecrets.OPERATOR_PASSWORD);
        his.navigate("/audit");
        assertThat(his.innerText("main")).contains(domain).doesNotContain(other);

        page.navigate("/audit?subject=" + other);
        var entry = Objects.requireNonNull(page.getAttribute("tbody a", "href"));
        assertThat(Objects.requireNonNull(his.navigate(entry)).status()).isEqualTo(404);
        his.context().close();
    }

    @Test
    void tellsThatTheLogIsAsItWasWritten() {
        page.navigate("/audit");
        page.click("main a.button");

        assertThat(page.innerText("main [role=status]")).contains("all", "entries");
    }
}
