package dev.postern.admin.migration.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UidSetTest {

    @Test
    void writesRangesAndSingleNumbers() {
        assertThat(UidSet.of(List.of(7L))).isEqualTo("7");
        assertThat(UidSet.of(List.of(1L, 2L, 3L, 7L, 9L, 10L))).isEqualTo("1:3,7,9:10");
        assertThat(UidSet.of(List.of(4_000_000_000L, 4_000_000_001L))).isEqualTo("4000000000:4000000001");
    }
}
