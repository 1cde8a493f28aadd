package dev.postern.ingest.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExtensionsTest {

    @Test
    void knowsKeywordsInAnyCaseAndWithoutTheirParameters() {
        var extensions =
                Extensions.of(List.of("250-mx.example", "250-size 1000", "250-PIPELINING", "250 XClient NAME"));
        assertThat(extensions.offers("SIZE")).isTrue();
        assertThat(extensions.offers("PIPELINING")).isTrue();
        assertThat(extensions.offers("XCLIENT")).isTrue();
        assertThat(extensions.offers("NAME")).isFalse();
    }

    @Test
    void doesNotTakeTheGreetingForAnExtension() {
        assertThat(Extensions.of(List.of("250 PIPELINING")).offers("PIPELINING"))
                .isFalse();
    }

    @Test
    void takesShortLines() {
        assertThat(Extensions.of(List.of("250-x", "250-", "250")).offers("PIPELINING"))
                .isFalse();
    }
}
