package dev.postern.admin.migration.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessageKeyTest {

    private static final Instant TIME = Instant.parse("2024-05-06T07:08:09Z");
    private static final String HEADER = """
            Date: Mon, 6 May 2024 09:08:09 +0200\r
            From: Ann <ann@example.org>\r
            Subject: A long\r
             subject\r
            Message-ID: <1@example.org>\r
            \r
            """;

    @Test
    void doesNotDependOnHowAServerWritesAHeader() {
        var other = """
                MESSAGE-ID:<1@example.org>
                subject: A long subject
                From:  Ann <ann@example.org>
                Date: Mon, 6 May 2024 09:08:09 +0200
                """;

        assertThat(MessageKey.of(TIME, other)).isEqualTo(MessageKey.of(TIME, HEADER));
        assertThat(MessageKey.of(TIME.plusMillis(500), HEADER)).isEqualTo(MessageKey.of(TIME, HEADER));
    }

    @Test
    void tellsMessagesApart() {
        assertThat(MessageKey.of(TIME, HEADER.replace("<1@", "<2@"))).isNotEqualTo(MessageKey.of(TIME, HEADER));
        assertThat(MessageKey.of(TIME.plusSeconds(1), HEADER)).isNotEqualTo(MessageKey.of(TIME, HEADER));
    }
}
