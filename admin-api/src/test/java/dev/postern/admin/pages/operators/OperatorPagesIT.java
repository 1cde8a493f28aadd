package dev.postern.admin.pages.operators;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.AuditTrailOf;
import dev.postern.admin.testing.Chromium;
import dev.postern.admin.testing.Chromium.Look;
import dev.postern.admin.testing.OperatorBrowser;
import dev.postern.admin.testing.Staff;
import dev.postern.common.testing.TestSecrets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All of it without a script. */
@AdminApiTest
class OperatorPagesIT {

    private final AdminApi api;
    private final Page page;

    OperatorPagesIT(@Autowired AdminApi api) {
        this.api = api;
        this.page = Chromium.operator(api, Look.DESK.withoutScript());
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @Test
    void letsSomebodyInAndShowsThePasswordThisOnce() {
        var domain = api.newDomain();
        var name = AdminApi.unique("ann");
        page.navigate("/operators");
        page.fill("#new-username", name);
        page.selectOption("#new-role", "domain_administrator");
        page.fill("#new-domains", domain);
        page.click("#add button");

        var password = page.innerText("#once");
        assertThat(page.inputValue("#general-domains")).isEqualTo(domain);
        assertThat(new OperatorBrowser(api).password(name, password)).isEqualTo("/");
        page.reload();
        assertThat(page.content()).doesNotContain(password);
        assertThat(page.innerText("#sessions")).contains("password", "127.0.0.1");
    }

    @Test
    void tellsBesideTheFieldWhatIsWrong() {
        page.navigate("/operators");
        page.fill("#new-username", "ann@example.org");
        page.fill("#new-domains", "nowhere.example");
        page.click("#add button");

        assertThat(page.innerText("#new-username-error")).contains("letters a to z");
        page.fill("#new-username", AdminApi.unique("ann"));
        page.selectOption("#new-role", "domain_administrator");
        page.click("#add button");
        assertThat(page.innerText("#new-domains-error")).contains("nowhere.example");
    }

    @Test
    void givesAnotherRoleAndTellsWhenSomebodyElseWasFaster() {
        var name = Staff.auditor();
        page.navigate("/operators/" + name);
        api.patch("/api/v1/operators/" + name, "{'enabled': false}");
        page.selectOption("#general-role", "owner");
        page.click("#general button");

        assertThat(page.innerText("#general [role=alert]")).contains("changed this meanwhile");
        page.click("#general button");
        assertThat(api.get("/api/v1/operators/" + name).text("role")).isEqualTo("owner");
    }

    @Test
    void endsOneSessionOfSomebodyElseOrAllOfThem() {
        var name = Staff.auditor();
        var here = new OperatorBrowser(api).signIn(name);
        page.navigate("/operators/" + name);
        page.click("#sessions td button");
        assertThat(here.isIn()).isFalse();

        here.signIn(name);
        var there = new OperatorBrowser(api).signIn(name);
        page.reload();
        page.click("#sessions > form button");
        assertThat(here.isIn() || there.isIn()).isFalse();
        assertThat(page.innerText("#sessions")).contains("Nowhere");
        assertThat(AuditTrailOf.subject(name)).contains("operator operator: session.revoked");
    }

    @Test
    void helpsWhoHasLostWhatHeSignsInWith() {
        var name = Staff.auditor();
        var lost = new OperatorBrowser(api).signIn(name);
        lost.setUpApp();
        page.navigate("/operators/" + name);
        page.click("#sign-in button");

        assertThat(lost.isIn()).isFalse();
        assertThat(new OperatorBrowser(api).password(name, page.innerText("#once")))
                .isEqualTo("/");
    }

    @Test
    void leadsWhoLooksAtHimselfToHisOwnPage() {
        page.navigate("/operators/operator");

        assertThat(page.locator("#sign-in button").count()).isZero();
        page.click("#sign-in a");
        assertThat(page.url()).endsWith("/account");
    }

    @Test
    void deletesOnlyWhenTheNameWasTyped() {
        var name = Staff.auditor();
        page.navigate("/operators/%s/delete".formatted(name));
        page.fill("#delete-typed", "somebody");
        page.click("main button[type=submit]");
        assertThat(page.innerText("#delete-typed-error")).contains("another name");

        page.fill("#delete-typed", name);
        page.click("main button[type=submit]");
        assertThat(page.innerText("[role=status]")).contains(name);
        assertThat(api.get("/api/v1/operators/" + name).status()).isEqualTo(404);
    }

    @Test
    void keepsTheLastOwner() {
        var owners = Staff.ownersBut("operator");
        owners.forEach(Staff::disable);
        try {
            page.navigate("/operators/operator/delete");
            page.fill("#delete-typed", "operator");
            page.click("main button[type=submit]");
            assertThat(page.innerText("main [role=alert]")).contains("last owner");
        } finally {
            owners.forEach(Staff::enable);
        }
        assertThat(api.get("/api/v1/operators/operator").status()).isEqualTo(200);
    }

    @Test
    void asksAllForASecondFactorOnlyWhileAnOwnerWantsIt() {
        page.navigate("/operators");
        try {
            page.click("#policy button");
            assertThat(page.url()).as("he has none himself").contains("/account");
            assertThat(page.innerText("main [role=alert]")).contains("second factor");
        } finally {
            api.put("/api/v1/sign-in-policy", "{'secondFactorRequired': false}");
        }
        page.navigate("/operators");
        assertThat(page.innerText("#policy")).contains("Every operator decides");
    }

    @Test
    void showsAnAuditorAllAndLetsHimChangeNothing() {
        var auditor = Chromium.signedIn(api, Look.DESK, Staff.auditor(), TestSecrets.OPERATOR_PASSWORD);
        auditor.navigate("/operators");
        assertThat(auditor.locator("main form").count()).isZero();
        auditor.navigate("/operators/operator");
        assertThat(auditor.locator("main form").count()).isZero();
        auditor.context().close();
    }

    @Test
    void showsADomainAdministratorNothingOfIt() {
        var administrator = Chromium.signedIn(
                api, Look.DESK, Staff.administratorOf(api.newDomain()), TestSecrets.OPERATOR_PASSWORD);
        assertThat(administrator.locator("nav a[href='/operators']").count()).isZero();
        assertThat(Objects.requireNonNull(administrator.navigate("/operators")).status())
                .isEqualTo(403);
        administrator.context().close();
    }
}
