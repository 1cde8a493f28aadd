package dev.postern.admin.self;

import com.microsoft.playwright.Page;
import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.Axe;
import dev.postern.admin.testing.Chromium;
import dev.postern.admin.testing.Chromium.Look;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of mailbox owners, as they see them: nothing that axe calls a fault, nothing wider than the window. */
@AdminApiTest
class OwnerPagesIT {

    private static final Path SCREENS = Path.of("target/screens");

    @Autowired
    AdminApi api;

    static Stream<Look> looks() {
        return Stream.of(Look.DESK, Look.DESK.japanese().dimmed(), Look.TELEPHONE.dimmed(), Look.TELEPHONE.japanese());
    }

    @ParameterizedTest
    @MethodSource("looks")
    void canBeReadAndUsedByEverybody(Look look) {
        var alice = "alice@" + api.newDomain();
        var page = Chromium.owner(api, look, alice, api.newMailbox(alice));
        var faults = new SoftAssertions();
        page.navigate("/self/app-passwords");
        page.fill("#name", "Telephone");
        page.click("main form button[type=submit]");
        check(page, "made", look, faults);
        for (var path : List.of(
                "/self",
                "/self/password",
                "/self/app-passwords",
                "/self/aliases",
                "/self/forwarding",
                "/self/activity",
                "/self/vacation")) {
            faults.assertThat(Objects.requireNonNull(page.navigate(path)).status())
                    .as(path)
                    .isEqualTo(200);
            check(page, path, look, faults);
        }
        page.context().close();
        faults.assertAll();
    }

    private static void check(Page page, String what, Look look, SoftAssertions faults) {
        faults.assertThat(Axe.complaints(page)).as(what).isEmpty();
        faults.assertThat(page.innerText("body")).as(what).doesNotContain("??");
        faults.assertThat((int) page.evaluate(
                        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("%s is wider than the window", what)
                .isZero();
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENS.resolve("owner%s-%s.png".formatted(what.replace('/', '-'), look))));
    }
}
