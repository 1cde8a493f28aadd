package dev.postern.admin.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFilterTest {

    @Test
    void hearsOfWhatItNames() {
        var some = EventFilter.parse(List.of("mailbox.*", "Domain.created"));

        assertThat(some.matches("mailbox.password-changed")).isTrue();
        assertThat(some.matches("domain.created")).isTrue();
        assertThat(some.matches("domain.deleted")).isFalse();
        assertThat(some.matches("mailboxes.created")).isFalse();
        assertThat(EventFilter.parse(List.of("*")).matches("anything.at-all")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mailbox", "mailbox.", ".*", "**", "mail*", "a.b.c", "a,b.c", "mailbox.created;drop"})
    void refusesWhatIsNoEvent(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EventFilter.parse(List.of(text)));
    }

    @Test
    void refusesNoneAndTooMany() {
        assertThatIllegalArgumentException().isThrownBy(() -> EventFilter.parse(List.of()));
        assertThat(EventFilter.parse(Collections.nCopies(51, "*")).patterns()).hasSize(1);
    }
}
