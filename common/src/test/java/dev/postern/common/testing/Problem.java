package dev.postern.common.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.testing.Api.Answer;

/** Checks refusals as RFC 9457 has them. */
public final class Problem {

    private final Answer answer;

    private Problem(Answer answer) {
        this.answer = answer;
    }

    public static Problem in(Answer answer) {
        assertThat(answer.header("Content-Type")).as(answer.toString()).startsWith("application/problem+json");
        assertThat(answer.body().path("status").asInt()).isEqualTo(answer.status());
        return new Problem(answer);
    }

    public Problem status(int status) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return this;
    }

    public Problem field(String field) {
        assertThat(answer.text("field")).as(answer.toString()).isEqualTo(field);
        return this;
    }

    public Problem saying(String... texts) {
        assertThat(answer.text("detail")).contains(texts);
        return this;
    }
}
