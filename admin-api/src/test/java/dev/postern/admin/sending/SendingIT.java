package dev.postern.admin.sending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.testing.AdminApi;
import dev.postern.admin.testing.AdminApiTest;
import dev.postern.common.testing.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@AdminApiTest
class SendingIT {

    @Autowired
    AdminApi api;

    private String domain = "";

    @BeforeEach
    void makeMailbox() {
        domain = api.newDomain();
        api.newMailbox("alice@" + domain);
    }

    @Test
    void nothingIsSpecialAboutANewMailbox() {
        var sending =
                api.get("/api/v1/mailboxes/alice@%s/sending".formatted(domain)).body();

        assertThat(sending.path("sendsForDomain").asBoolean(true)).isFalse();
        assertThat(sending.path("messagesPerHour").isNull()).isTrue();
    }

    @Test
    void keepsWhatIsSetAndForgetsWhatIsLeftOut() {
        var path = "/api/v1/mailboxes/alice@%s/sending".formatted(domain);
        api.put(path, "{'sendsForDomain': true, 'messagesPerHour': 7, 'recipientsPerDay': 0}");

        var first = api.get(path).body();
        var second = api.put(path, "{'messagesPerDay': 9}").body();

        assertThat(first.path("sendsForDomain").asBoolean(false)).isTrue();
        assertThat(first.path("messagesPerHour").asInt()).isEqualTo(7);
        assertThat(first.path("recipientsPerDay").asInt(-1)).isZero();
        assertThat(second.path("sendsForDomain").asBoolean(true)).isFalse();
        assertThat(second.path("messagesPerHour").isNull()).isTrue();
        assertThat(second.path("messagesPerDay").asInt()).isEqualTo(9);
    }

    @Test
    void aDomainHasLimitsOfItsOwn() {
        var path = "/api/v1/domains/%s/sending".formatted(domain);

        assertThat(api.put(path, "{'recipientsPerHour': 3}").status()).isEqualTo(200);

        assertThat(api.get(path).body().path("recipientsPerHour").asInt()).isEqualTo(3);
        assertThat(api.get(path).body().has("sendsForDomain")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"messagesPerHour, -1", "recipientsPerDay, 1000001"})
    void refusesALimitThatCannotBe(String field, String value) {
        var path = "/api/v1/mailboxes/alice@%s/sending".formatted(domain);

        Problem.in(api.put(path, "{'%s': %s}".formatted(field, value)))
                .status(422)
                .field(field);
    }

    @Test
    void saysThatThereIsNoSuchMailboxOrDomain() {
        Problem.in(api.put("/api/v1/mailboxes/nobody@%s/sending".formatted(domain), "{}"))
                .status(404)
                .saying("nobody@");
        Problem.in(api.get("/api/v1/domains/nowhere.example/sending")).status(404);
        Problem.in(api.put("/api/v1/domains/nowhere.example/sending", "{}")).status(404);
    }
}
