package dev.postern.admin.pages.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.signins.Protocol;
import dev.postern.admin.statistics.CountedSignIn;
import dev.postern.admin.statistics.SignInTally;
import dev.postern.admin.testing.Activity;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Chromium;
import dev.postern.admin.testing.Chromium.Look;
import dev.postern.admin.testing.Staff;
import dev.postern.common.testing.TestSecrets;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class StatisticsPageIT {

    @Autowired
    AdminApi api;

    @Autowired
    SignInTally tally;

    @Test
    void showsWhatHappenedAndDrawsIt() {
        var alice = "alice@" + api.newDomain();
        api.newMailbox(alice);
        Activity.holds(alice, 9L << 40);
        tally.add(Collections.nCopies(
                200_000,
                new CountedSignIn(
                        Optional.empty(), Protocol.SUBMISSION, Optional.of("2001:db8::bad"), false, Instant.now())));
        var page = Chromium.operator(api, Look.DESK);

        page.navigate("/");
        page.click("nav.side >> text=Statistics");

        assertThat(page.innerText("#largest")).contains(alice, "9 TiB");
        assertThat(page.innerText("#sources")).contains("2001:db8::bad", "Submission");
        assertThat(page.innerText("#answers")).contains("Pages for operators", "API");
        page.waitForSelector("#chart-sign-ins .uplot");
        page.click("#chart-sign-ins summary");
        assertThat(page.locator("#chart-sign-ins details tbody tr").count()).isEqualTo(30);
        page.context().close();
    }

    @Test
    void keepsThePlatformFromThoseWhoSeeSomeDomains() {
        var own = api.newDomain();
        var others = "alice@" + api.newDomain();
        api.newMailbox("bob@" + own);
        api.newMailbox(others);
        Activity.holds("bob@" + own, 9L << 40);
        Activity.holds(others, 9L << 40);
        var page = Chromium.signedIn(api, Look.DESK, Staff.administratorOf(own), TestSecrets.OPERATOR_PASSWORD);

        page.navigate("/statistics");

        assertThat(page.innerText("#largest")).contains("bob@" + own).doesNotContain(others);
        assertThat(page.locator("#sources, #tokens, #answers").count()).isZero();
        page.context().close();
    }
}
