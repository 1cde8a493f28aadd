package dev.postern.common.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageSizeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1023, 1023 B",
        "1024, 1 KiB",
        "76800, 75 KiB",
        "1048575, 1 MiB",
        "1468006, 1.4 MiB",
        "26214400, 25 MiB",
        "9223372036854775807, 8 EiB"
    })
    void isWrittenForPeople(long octets, String text) {
        assertThat(new MessageSize(octets).humanReadable()).isEqualTo(text);
    }

    @Test
    void isNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MessageSize(-1));
    }
}
