package dev.postern.admin.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WebhookSecretTest {

    /** The example that the libraries of Standard Webhooks test themselves with. */
    @Test
    void signsAsStandardWebhooksDoes() {
        var secret = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(secret.sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}".getBytes(UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void isAnotherEachTimeAndShowsItselfToNobody() {
        var secret = WebhookSecret.generate();

        assertThat(secret).isNotEqualTo(WebhookSecret.generate());
        assertThat(secret.text()).hasSize("whsec_".length() + 44);
        assertThat(secret).hasToString("whsec_…");
    }
}
