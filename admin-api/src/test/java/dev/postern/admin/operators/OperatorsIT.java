package dev.postern.admin.operators;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.admin.testing.AuditTrailOf;
import dev.postern.admin.testing.OperatorBrowser;
import dev.postern.admin.testing.ServiceUnderTest;
import dev.postern.admin.testing.SoftwareAuthenticator;
import dev.postern.admin.testing.Staff;
import dev.postern.common.testing.Api;
import dev.postern.common.testing.Api.Answer;
import dev.postern.common.testing.Problem;
import dev.postern.common.testing.TestSecrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@AdminApiTest
class OperatorsIT {

    private static final String OPERATORS = "/api/v1/operators";

    private final String ann = AdminApi.unique("ann");

    @Autowired
    AdminApi api;

    @Autowired
    JdbcClient jdbc;

    @Test
    void areMadeWithAPasswordThatIsToldOnce() {
        var created = api.post(OPERATORS, "{'username': '%s', 'role': 'auditor'}".formatted(ann));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).endsWith(OPERATORS + "/" + ann);
        assertThat(new OperatorBrowser(api).password(ann, created.text("password")))
                .isEqualTo("/");
        var read = api.get(OPERATORS + "/" + ann);
        assertThat(read.content()).doesNotContain(created.text("password")).doesNotContain("argon2");
        assertThat(read.text("role")).isEqualTo("auditor");
        assertThat(read.body().path("hasPassword").asBoolean()).isTrue();
        assertThat(read.text("lastSignInAt")).isNotEmpty();
        assertThat(AuditTrailOf.subject(ann)).first().isEqualTo("token first: operator.created");
    }

    @Test
    void canBeGivenAPassword() {
        var created = api.post(
                OPERATORS, "{'username': '%s', 'role': 'owner', 'password': 'nine green umbrellas'}".formatted(ann));

        assertThat(created.status()).isEqualTo(201);
        assertThat(created.body().has("password")).isFalse();
        assertThat(new OperatorBrowser(api).password(ann, "nine green umbrellas"))
                .isEqualTo("/");
    }

    @Test
    void haveDomainsIfThatIsTheirRole() {
        var domain = api.newDomain();
        var created = api.post(
                OPERATORS,
                "{'username': '%s', 'role': 'domain_administrator', 'domains': ['%s']}".formatted(ann, domain));

        assertThat(created.body().path("operator").path("domains").get(0).asString())
                .isEqualTo(domain);
        var promoted = api.patch(OPERATORS + "/" + ann, "{'role': 'owner'}");
        assertThat(promoted.body().path("domains")).isEmpty();
        Problem.in(api.patch(OPERATORS + "/" + ann, "{'domains': ['%s']}".formatted(domain)))
                .status(422)
                .field("domains")
                .saying("Only a domain administrator");
        Problem.in(api.patch(OPERATORS + "/" + ann, "{'role': 'domain_administrator', 'domains': ['nowhere.example']}"))
                .status(422)
                .field("domains")
                .saying("nowhere.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "ann@example.org", "../x", "-ann", "ann.", "ünn", "<b>"})
    void haveNamesThatAreNoAddresses(String name) {
        Problem.in(api.post(OPERATORS, "{'username': '%s', 'role': 'owner'}".formatted(name)))
                .status(422)
                .field("username");
    }

    @Test
    void areRefusedForWhatIsWrong() {
        Problem.in(api.post(OPERATORS, "{'username': '%s'}".formatted(ann)))
                .status(422)
                .field("role");
        Problem.in(api.post(OPERATORS, "{'username': '%s', 'role': 'god'}".formatted(ann)))
                .status(422)
                .field("role");
        Problem.in(api.post(OPERATORS, "{'username': '%s', 'role': 'owner', 'password': 'short'}".formatted(ann)))
                .status(422)
                .field("password");
        Problem.in(api.post(OPERATORS, "{'username': '%s', 'role': 'owner', 'version': 7}".formatted(ann)))
                .status(400);
        var there = Staff.owner();
        Problem.in(api.post(OPERATORS, "{'username': '%s', 'role': 'owner'}".formatted(there)))
                .status(409)
                .field("username");
        Problem.in(api.get(OPERATORS + "/" + ann)).status(404);
        Problem.in(api.patch(OPERATORS + "/" + ann, "{}")).status(404);
        Problem.in(api.delete(OPERATORS + "/" + ann)).status(404);
        Problem.in(api.post(OPERATORS + "/" + ann + "/reset", "{}")).status(404);
    }

    @Test
    void areSignedOutOnceTheyAreOutOfUse() {
        var bob = Staff.owner();
        var browser = new OperatorBrowser(api).signIn(bob);

        assertThat(api.patch(OPERATORS + "/" + bob, "{'enabled': false}").status())
                .isEqualTo(200);

        assertThat(browser.isIn()).isFalse();
        api.patch(OPERATORS + "/" + bob, "{'enabled': true}");
        assertThat(browser.isIn()).as("the session is over, not asleep").isFalse();
        assertThat(AuditTrailOf.actionsOn(bob))
                .containsExactly("session.begun", "session.revoked", "operator.changed", "operator.changed");
    }

    @Test
    void leaveNothingBehind() {
        var bob = Staff.owner();
        var browser = new OperatorBrowser(api).signIn(bob);
        browser.setUpApp();
        var device = new SoftwareAuthenticator(ServiceUnderTest.SITE);
        browser.addPasskey(device, "Laptop");

        assertThat(api.delete(OPERATORS + "/" + bob).status()).isEqualTo(204);

        assertThat(browser.isIn()).isFalse();
        assertThat(List.of("totp", "recovery_code", "passkey_user"))
                .allSatisfy(table -> assertThat(jdbc.sql("select count(*) from %s where name = :bob".formatted(table))
                                .param("bob", bob)
                                .query(Integer.class)
                                .single())
                        .as(table)
                        .isZero());
        assertThat(new OperatorBrowser(api).passkey("/login", device)).isEqualTo("/login?wrong=passkey");
    }

    @Test
    void areHelpedWhenTheyCannotSignIn() {
        var bob = Staff.owner();
        var browser = new OperatorBrowser(api).signIn(bob);
        browser.setUpApp();

        var reset = api.post(OPERATORS + "/" + bob + "/reset", "{}");

        assertThat(reset.status()).isEqualTo(200);
        assertThat(browser.isIn()).isFalse();
        assertThat(new OperatorBrowser(api).password(bob, reset.text("password")))
                .isEqualTo("/");
        assertThat(AuditTrailOf.actionsOn(bob)).contains("operator.reset", "session.revoked");
    }

    @Test
    void areSeenWhereTheyAreSignedInAndSignedOutThere() {
        var bob = Staff.auditor();
        var here = new OperatorBrowser(api).signIn(bob);
        var there = new OperatorBrowser(api).signIn(bob);
        var sessions = api.get(OPERATORS + "/" + bob + "/sessions");

        assertThat(sessions.body()).hasSize(2);
        assertThat(sessions.body().get(0).path("method").asString()).isEqualTo("password");
        here.cookies().values().forEach(cookie -> assertThat(sessions.content()).doesNotContain(cookie));
        var last = sessions.body().get(0).path("id").asString();
        Problem.in(api.delete(OPERATORS + "/operator/sessions/" + last)).status(404);
        assertThat(api.delete(OPERATORS + "/" + bob + "/sessions/" + last).status())
                .isEqualTo(204);
        assertThat(there.isIn()).isFalse();
        assertThat(here.isIn()).isTrue();

        assertThat(api.post(OPERATORS + "/" + bob + "/sign-out", "{}").status()).isEqualTo(204);
        assertThat(here.isIn()).isFalse();
        assertThat(api.get(OPERATORS + "/" + bob + "/sessions").body()).isEmpty();
        Problem.in(api.get(OPERATORS + "/" + ann + "/sessions")).status(404);
        Problem.in(api.post(OPERATORS + "/" + ann + "/sign-out", "{}")).status(404);
    }

    @Test
    void areChangedByWhoHasSeenThePresentState() {
        var bob = Staff.auditor();
        var version = api.get(OPERATORS + "/" + bob).body().path("version").asLong();
        api.patch(OPERATORS + "/" + bob, "{'enabled': false}");

        var late = api.send(
                "PATCH",
                OPERATORS + "/" + bob,
                "{'role': 'owner'}",
                Map.of("If-Match", "\"%d\"".formatted(version), "Authorization", Api.bearer(TestSecrets.TOKEN)));

        Problem.in(late).status(412);
        assertThat(late.body().path("present").path("enabled").asBoolean()).isFalse();
    }

    /** Runs alone on its table for a moment: everybody else is out of use meanwhile. */
    @Test
    void keepOneOwnerHoweverManyWantToGoAtOnce() throws Exception {
        var owners = jdbc.sql("select username from operator where role = 'owner' and enabled")
                .query((row, _) -> String.valueOf(row.getString("username")))
                .list();
        var last = List.of(Staff.owner(), Staff.owner());
        owners.forEach(Staff::disable);
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var wishes = new ArrayList<Callable<Answer>>();
            for (var owner : last) {
                wishes.add(() -> api.delete(OPERATORS + "/" + owner));
                wishes.add(() -> api.patch(OPERATORS + "/" + owner, "{'enabled': false}"));
                wishes.add(() -> api.patch(OPERATORS + "/" + owner, "{'role': 'auditor'}"));
            }
            var answers = crowd.invokeAll(wishes).stream()
                    .map(answer -> resultOf(answer))
                    .toList();

            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 422)
                    .isNotEmpty()
                    .allSatisfy(answer -> Problem.in(answer).saying("the last owner"));
            assertThat(jdbc.sql("select count(*) from operator where role = 'owner' and enabled")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        } finally {
            owners.forEach(Staff::enable);
        }
    }

    private static Answer resultOf(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException broken) {
            throw new AssertionError(broken);
        }
    }
}
