package dev.postern.ingest.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.submission.SendingLimits.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingLimitsTest {

    private final SendingLimits limits = new SendingLimits(10, 20, 30, 40);

    @Test
    void letsThroughWhatFillsThemUpExactly() {
        assertThat(limits.exceededBy(20, new Sent(9, 10), new Sent(19, 20))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 10, 0, 0, 0, 10 messages an hour",
        "1, 0, 0, 20, 0, 20 messages a day",
        "5, 0, 26, 0, 0, 30 recipients an hour",
        "5, 0, 0, 0, 36, 40 recipients a day",
        "31, 0, 0, 0, 0, 30 recipients an hour",
    })
    void namesTheOneThatIsExceeded(
            int recipients,
            long hourMessages,
            long hourRecipients,
            long dayMessages,
            long dayRecipients,
            String limit) {
        assertThat(limits.exceededBy(
                        recipients, new Sent(hourMessages, hourRecipients), new Sent(dayMessages, dayRecipients)))
                .contains(limit);
    }

    @Test
    void zeroIsNothingAtAll() {
        assertThat(new SendingLimits(0, 20, 30, 40).exceededBy(1, new Sent(0, 0), new Sent(0, 0)))
                .contains("0 messages an hour");
    }
}
