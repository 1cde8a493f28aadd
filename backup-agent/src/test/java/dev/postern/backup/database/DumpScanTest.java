package dev.postern.backup.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.postern.backup.manifest.Entry;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DumpScanTest {

    private static final String DUMP = """
            /*M!999999\\- enable the sandbox mode */
            -- Current Database: `one`
            CREATE TABLE `a` (
            INSERT INTO `a` VALUES ('-- Current Database: `not`'),
            CREATE TABLE `b` (
            -- Current Database: `tw``o`
            CREATE TABLE `c` (
            -- Current Database: `one`
            the view
            -- Dump completed
            """;

    @Test
    void tellsWhatIsInItBySchema() {
        var scan = scan(DUMP, 1000);

        assertThat(scan.isComplete()).isTrue();
        assertThat(scan.entries())
                .extracting(Entry::name, Entry::count)
                .containsExactly(tuple("one", 2L), tuple("tw`o", 1L));
    }

    @Property(tries = 300)
    void tellsTheSameHoweverItIsCut(@ForAll @IntRange(min = 1, max = 400) int piece) {
        assertThat(scan(DUMP, piece).entries()).isEqualTo(scan(DUMP, 1000).entries());
    }

    @Test
    void knowsWhenTheEndIsMissing() {
        assertThat(scan(DUMP.substring(0, DUMP.length() - 2), 7).isComplete()).isFalse();
        assertThat(scan("", 1).isComplete()).isFalse();
        assertThat(scan(DUMP + "more\n", 9).isComplete()).isFalse();
    }

    @Test
    void seesAChange() {
        var changed = DUMP.replace("the view", "the VIEW");

        assertThat(scan(changed, 50).entries()).isNotEqualTo(scan(DUMP, 50).entries());
    }

    @Property(tries = 300)
    void takesWhateverComes(@ForAll List<Byte> noise) {
        var bytes = new byte[noise.size()];
        for (int index = 0; index < bytes.length; index++) {
            bytes[index] = noise.get(index);
        }
        var scan = new DumpScan();

        scan.add(bytes, 0, bytes.length);

        assertThat(scan.isComplete()).isFalse();
    }

    private static DumpScan scan(String dump, int piece) {
        var bytes = dump.getBytes(UTF_8);
        var scan = new DumpScan();
        for (int from = 0; from < bytes.length; from += piece) {
            scan.add(bytes, from, Math.min(piece, bytes.length - from));
        }
        return scan;
    }
}
