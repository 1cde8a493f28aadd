package dev.postern.backup.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LongSetTest {

    @Property(tries = 200)
    void isASet(@ForAll List<Long> numbers, @ForAll Long other) {
        var set = new LongSet();
        numbers.forEach(set::add);

        assertThat(set.size()).isEqualTo(new HashSet<>(numbers).size());
        assertThat(numbers).allMatch(set::contains);
        assertThat(set.contains(other)).isEqualTo(numbers.contains(other));
    }

    @Test
    void grows() {
        var set = new LongSet();
        var numbers = new Random(1).longs(100_000).toArray();
        LongStream.of(numbers).forEach(set::add);

        assertThat(set.size()).isEqualTo((int) LongStream.of(numbers).distinct().count());
        assertThat(LongStream.of(numbers)).allMatch(set::contains);
    }
}
