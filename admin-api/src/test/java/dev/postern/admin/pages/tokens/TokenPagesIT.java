package dev.postern.admin.pages.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Chromium;
import dev.postern.admin.testing.Chromium.Look;
import dev.postern.admin.testing.Staff;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.TestSecrets;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** All of it without a script. */
@AdminApiTest
class TokenPagesIT {

    private final String name = AdminApi.unique("t");
    private final AdminApi api;
    private final Page page;

    TokenPagesIT(@Autowired AdminApi api) {
        this.api = api;
        this.page = Chromium.operator(api, Look.DESK.withoutScript());
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @Test
    void makesATokenForSomeDomainsAndNetworksAndShowsItThisOnce() {
        var domain = api.newDomain();
        page.navigate("/tokens");
        page.fill("#new-name", name);
        page.check("input[value='accounts:read']");
        page.selectOption("#new-role", "domain_administrator");
        page.fill("#new-domains", domain);
        page.fill("#new-networks", "127.0.0.0/8\n::1");
        page.click("#add button");

        var token = page.innerText("#once");
        assertThat(statusOf("/api/v1/domains/" + domain, token)).isEqualTo(200);
        assertThat(statusOf("/api/v1/domains/" + api.newDomain(), token)).isEqualTo(404);
        assertThat(page.innerText("dl.facts")).contains(domain, "127.0.0.0/8", "accounts:read", "operator");
        page.reload();
        assertThat(page.content()).doesNotContain(token);
    }

    @Test
    void tellsBesideTheFieldsWhatIsWrongAndKeepsTheRest() {
        page.navigate("/tokens");
        page.fill("#new-name", "Not so");
        page.fill("#new-networks", "everywhere");
        page.click("#add button");
        assertThat(page.innerText("#new-name-error")).contains("small letters");
        assertThat(page.innerText("#new-networks-error")).contains("everywhere");

        page.fill("#new-name", name);
        page.fill("#new-networks", "");
        page.click("#add button");
        assertThat(page.innerText("#new-scopes-error")).contains("opens nothing");

        page.check("input[value='audit:read']");
        page.fill("#new-expiresAt", "2020-01-01");
        page.click("#add button");
        assertThat(page.innerText("#new-expiresAt-error")).contains("lie ahead");
        assertThat(page.isChecked("input[value='audit:read']")).isTrue();
    }

    @Test
    void revokesATokenAtOnce() {
        var token = api.post("/api/v1/tokens", "{'name': '%s', 'scopes': ['audit:read']}".formatted(name))
                .text("token");
        assertThat(statusOf("/api/v1/audit", token)).isEqualTo(200);
        page.navigate("/tokens/" + name);
        page.click("#revoke button");

        assertThat(statusOf("/api/v1/audit", token)).isEqualTo(401);
        assertThat(page.innerText("[role=status]")).contains(name);
    }

    @Test
    void offersNoButtonForTheTokenOfTheSecretFile() {
        page.navigate("/tokens/first");

        assertThat(page.locator("#revoke button").count()).isZero();
        assertThat(page.innerText("#revoke")).contains("admin_token");
    }

    @Test
    void showsADomainAdministratorHisOwnAlone() {
        var domain = api.newDomain();
        var his = Chromium.signedIn(api, Look.DESK, Staff.administratorOf(domain), TestSecrets.OPERATOR_PASSWORD);
        his.navigate("/tokens");
        assertThat(his.locator("#new-role").count()).isZero();
        his.fill("#new-name", name);
        his.check("input[value='accounts:write']");
        his.click("#add button");

        var token = his.innerText("#once");
        assertThat(statusOf("/api/v1/domains/" + domain, token)).isEqualTo(200);
        his.navigate("/tokens");
        assertThat(his.innerText("main")).contains(name).doesNotContain("first");
        assertThat(Objects.requireNonNull(his.navigate("/tokens/first")).status())
                .isEqualTo(404);
        his.context().close();
    }

    private int statusOf(String path, String token) {
        return api.call("GET", path, null, Api.bearer(token)).status();
    }
}
