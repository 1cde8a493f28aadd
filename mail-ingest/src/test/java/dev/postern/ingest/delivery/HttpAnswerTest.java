package dev.postern.ingest.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.mail.TraceId;
import dev.postern.ingest.signature.SignatureFault;
import dev.postern.ingest.support.Mails;
import dev.postern.ingest.support.Replies;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HttpAnswerTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();
    private static final TraceId TRACE = TraceId.parse("01JT5C0AYAAAAAAAAAAAAAAAAA");

    @Test
    void answersAnAcceptedMessageWithAReceipt() {
        var key = Mails.randomKey();
        var answer = HttpAnswer.of(new Answer.Judged(TRACE, Optional.of(key), Replies.accepted()));
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(json(answer)).isEqualTo(JSON.readTree("""
                {"receipt": {"traceId": "01JT5C0AYAAAAAAAAAAAAAAAAA", "deliveryKey": "%s", "outcome": "accepted",
                             "duplicate": false, "reply": "250 2.0.0 Ok: queued as 4ABC"}}""".formatted(key)));
    }

    @Test
    void saysThatAMessageHadComeBefore() {
        var outcome = new DeliveryOutcome.Accepted(Replies.QUEUED, true);
        var answer = HttpAnswer.of(new Answer.Judged(TRACE, Optional.of(Mails.randomKey()), outcome));
        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(json(answer).at("/receipt/duplicate").asBoolean()).isTrue();
    }

    @Test
    void tellsWhatSmtpSaidWhenAMessageIsRefusedForGood() {
        var answer = judged(Replies.refused("550 5.1.1 <bob@example.net>: no such user"));
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(json(answer).get("smtp"))
                .isEqualTo(JSON.readTree(
                        "{\"code\": 550, \"enhanced\": \"5.1.1\", \"text\": \"<bob@example.net>: no such user\"}"));
        assertThat(json(answer).get("traceId").asString()).isEqualTo(TRACE.value());
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:postern:ingest:recipient");
        assertThat(answer.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER)).isFalse();
    }

    @Test
    void hasAnEnhancedCodeForEveryRefusal() {
        assertThat(json(judged(Replies.refused("554 no"))).at("/smtp/enhanced").asString())
                .isEqualTo("5.0.0");
    }

    @ParameterizedTest
    @EnumSource(value = Reason.class, mode = Mode.EXCLUDE, names = "BUSY")
    void asksToComeAgainLater(Reason reason) {
        var answer = judged(Replies.deferred(reason));
        assertThat(answer.getStatusCode().value()).isEqualTo(503);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("60");
        assertThat(json(answer).get("smtp")).isNull();
        assertThat(json(answer).get("type").asString()).isEqualTo("urn:postern:ingest:" + reason.tag());
    }

    @Test
    void asksToComeMoreSlowlyWhenThereIsTooMuch() {
        var answer = judged(new DeliveryOutcome.Deferred(Reason.BUSY, Duration.ofSeconds(10), "Too much."));
        assertThat(answer.getStatusCode().value()).isEqualTo(429);
        assertThat(answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("10");
        var flood = HttpAnswer.of(new Answer.TooMany());
        assertThat(flood.getStatusCode().value()).isEqualTo(429);
        assertThat(flood.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("300");
    }

    @ParameterizedTest
    @EnumSource(SignatureFault.class)
    void doesNotBelieveAndSaysWhatToDo(SignatureFault fault) {
        var answer = HttpAnswer.of(new Answer.NotBelieved(fault));
        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(json(answer).get("detail").asString()).isEqualTo(fault.text());
    }

    @Test
    void tellsRequestsThatMakeNoSense() {
        assertThat(HttpAnswer.of(new Answer.Unusable("x")).getStatusCode().value())
                .isEqualTo(400);
        assertThat(HttpAnswer.of(new Answer.TooSlow()).getStatusCode().value()).isEqualTo(408);
    }

    private static ResponseEntity<?> judged(DeliveryOutcome outcome) {
        return HttpAnswer.of(new Answer.Judged(TRACE, Optional.of(Mails.randomKey()), outcome));
    }

    private static JsonNode json(ResponseEntity<?> answer) {
        return JSON.valueToTree(answer.getBody());
    }
}
