package dev.postern.common.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TraceIdTest {

    private static final long LAST_MILLISECOND = (1L << 48) - 1;

    @Example
    void beginsWithTheTimeOfTheUlidSpecification() {
        var created = TraceId.create(InstantSource.fixed(Instant.ofEpochMilli(1469918176385L)), new Random(1));

        assertThat(created.value()).startsWith("01ARYZ6S41").hasSize(26);
    }

    @Property
    void isReadBackAndSortsByTime(
            @ForAll @LongRange(max = LAST_MILLISECOND) long one,
            @ForAll @LongRange(max = LAST_MILLISECOND) long other,
            @ForAll Random random) {
        var first = TraceId.create(InstantSource.fixed(Instant.ofEpochMilli(Math.min(one, other))), random);
        var second = TraceId.create(InstantSource.fixed(Instant.ofEpochMilli(Math.max(one, other))), random);

        assertThat(TraceId.parse(first.toString())).isEqualTo(first);
        if (one != other) {
            assertThat(first).isLessThan(second);
        }
    }

    @Property
    void anyOtherTextIsRefused(@ForAll String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> TraceId.parse(text));
    }

    @Example
    void hasOneSpelling() {
        for (var text : new String[] {
            "01aryz6s41tsv4rrffq69g5fav", // lower case
            "01ARYZ6S41TSV4RRFFQ69G5FAI", // I is no digit
            "81ARYZ6S41TSV4RRFFQ69G5FAV", // beyond 128 bits
            "01ARYZ6S41TSV4RRFFQ69G5FA",
            "01ARYZ6S41TSV4RRFFQ69G5FAV\n"
        }) {
            assertThatIllegalArgumentException().isThrownBy(() -> TraceId.parse(text));
        }
    }
}
