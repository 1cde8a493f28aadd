package dev.postern.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

    private static final Thresholds THRESHOLDS = new Thresholds(80, 90);

    @ParameterizedTest
    @CsvSource({
        "1000, 0, 1000, 0",
        "1000, 1, 999, 1",
        "1000, 500, 500, 50",
        "1000, 991, 9, 100",
        "1000, 900, 0, 100",
        "1000, 400, 100, 80",
        "0, 0, 0, 100",
        "9223372036854775807, 9223372036854775807, 9223372036854775807, 50"
    })
    void isThePartOfWhatCanBeUsedRoundedUp(long total, long used, long available, int percent) {
        assertThat(new Usage(total, used, available).percent()).isEqualTo(percent);
    }

    @Test
    void isNeverNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Usage(-1, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Usage(1, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new Usage(1, 0, -1));
    }

    @ParameterizedTest
    @CsvSource({"79, OK", "80, WARNING", "89, WARNING", "90, ALARM", "100, ALARM"})
    void isTooMuchFromTheThresholdOn(int percent, Level level) {
        assertThat(THRESHOLDS.levelOf(new Usage(100, percent, 100 - percent))).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"0, 50", "50, 50", "60, 50", "50, 101"})
    void thresholdsComeInOrder(int warning, int alarm) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Thresholds(warning, alarm));
    }

    @ParameterizedTest
    @CsvSource({"10, 10, OK", "10, 85, WARNING", "85, 10, WARNING", "85, 95, ALARM", "95, 85, ALARM"})
    void aPlaceIsAsFullAsTheScarcerOfRoomAndFiles(int bytes, int files, Level level) {
        var fileSystem = new FileSystem(
                1,
                "/dev/sda1",
                "ext4",
                new TreeSet<>(),
                new Usage(100, bytes, 100 - bytes),
                Optional.of(new Usage(100, files, 100 - files)));

        assertThat(Finding.Measured.of(Role.MAIL, Path.of("/data/mail"), fileSystem, THRESHOLDS)
                        .level())
                .isEqualTo(level);
    }
}
