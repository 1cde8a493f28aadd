package dev.postern.ingest.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.mail.Sha256;
import dev.postern.ingest.deadline.Deadline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class BodyReaderTest {

    private static final DataSize MAX = DataSize.ofKilobytes(512);

    @TempDir
    Path spool;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @Test
    void keepsSmallBodiesInMemoryAndLargeOnesInAFileWithoutAName() throws Exception {
        for (int size : new int[] {0, 1, 64 * 1024, 64 * 1024 + 1, 512 * 1024}) {
            var content = random(size);
            try (var body = complete(reader().read(new ByteArrayInputStream(content), OptionalLong.of(size), soon()))) {
                assertThat(bytesOf(body, 0)).isEqualTo(content);
                assertThat(body.digest()).isEqualTo(Sha256.of(content));
                assertThat(body instanceof SpooledBody).isEqualTo(size > 64 * 1024);
                assertThat(spool).isEmptyDirectory();
            }
        }
    }

    @Test
    void readsBodiesOfUnknownLength() throws Exception {
        for (int size : new int[] {0, 100, 64 * 1024, 300_000}) {
            var content = random(size);
            try (var body = complete(reader().read(new ByteArrayInputStream(content), OptionalLong.empty(), soon()))) {
                assertThat(bytesOf(body, 0)).isEqualTo(content);
                assertThat(body.beginning(50)).isEqualTo(Arrays.copyOf(content, Math.min(50, size)));
            }
        }
    }

    @Test
    void showsTheBytesBelowAnOffset() throws Exception {
        var content = random(200_000);
        try (var body = complete(reader().read(new ByteArrayInputStream(content), OptionalLong.empty(), soon()))) {
            assertThat(bytesOf(body, 70_000)).isEqualTo(Arrays.copyOfRange(content, 70_000, content.length));
        }
    }

    @Test
    void givesBackAllRoom() throws Exception {
        var reader = reader();
        for (int round = 0; round < 50; round++) {
            complete(reader.read(new ByteArrayInputStream(random(60_000)), OptionalLong.empty(), soon()))
                    .close();
            complete(reader.read(new ByteArrayInputStream(random(400_000)), OptionalLong.of(400_000), soon()))
                    .close();
            reader.read(failing(new IOException("gone")), OptionalLong.of(400_000), soon());
            reader.read(failing(new IOException("gone")), OptionalLong.empty(), soon());
        }
        assertThat(used("memory")).isZero();
        assertThat(used("spool")).isZero();
    }

    @Test
    void usesTheSpoolWhenMemoryIsUsedUpAndRefusesWhenBothAre() throws Exception {
        var reader = reader();
        var deadline = Deadline.in(Duration.ofMillis(50));
        var content = random(60_000);
        var bodies = new ArrayList<MessageBody>();
        Reading last = reader.read(new ByteArrayInputStream(content), OptionalLong.of(60_000), soon());
        while (last instanceof Reading.Complete(var body)) {
            bodies.add(body);
            last = reader.read(new ByteArrayInputStream(content), OptionalLong.of(60_000), deadline);
        }
        assertThat(last).isInstanceOfAny(Reading.NoRoom.class, Reading.TooSlow.class);
        assertThat(bodies).hasAtLeastOneElementOfType(SpooledBody.class).hasAtLeastOneElementOfType(MemoryBody.class);
        bodies.forEach(MessageBody::close);
        assertThat(used("spool")).isZero();
    }

    @Test
    void refusesWhatIsTooLargeWhetherAnnouncedOrNotAndReadsOnSoThatTheAnswerArrives() throws Exception {
        var content = random((int) MAX.toBytes() + 1);
        var announced = new ByteArrayInputStream(content);
        var unannounced = new ByteArrayInputStream(content);
        assertThat(reader().read(announced, OptionalLong.of(content.length), soon()))
                .isInstanceOf(Reading.TooLarge.class);
        assertThat(reader().read(unannounced, OptionalLong.empty(), soon())).isInstanceOf(Reading.TooLarge.class);
        assertThat(announced.available()).isZero();
        assertThat(unannounced.available()).isZero();
        assertThat(used("spool")).isZero();
    }

    @Test
    void givesUpOnAClientThatIsTooSlow() throws Exception {
        var timeout = failing(new IOException(new SocketTimeoutException("Read timed out")));
        assertThat(reader().read(timeout, OptionalLong.of(10), soon())).isInstanceOf(Reading.TooSlow.class);

        var drip = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                target[offset] = 'x';
                return 1;
            }
        };
        var passed = Deadline.in(Duration.ZERO);
        assertThat(reader().read(drip, OptionalLong.of(60_000), passed)).isInstanceOf(Reading.TooSlow.class);
    }

    @Test
    void takesABodyThatEndsTooSoonForABrokenOne() throws Exception {
        var reading = reader().read(new ByteArrayInputStream(random(9)), OptionalLong.of(10), soon());
        assertThat(reading).isInstanceOf(Reading.Broken.class);
    }

    @Test
    void hasNoRoomWhenTheSpoolDirectoryIsGone() throws Exception {
        Files.delete(spool);
        var reading = reader().read(new ByteArrayInputStream(random(100_000)), OptionalLong.of(100_000), soon());
        assertThat(reading).isInstanceOf(Reading.NoRoom.class);
        assertThat(used("spool")).isZero();
    }

    private BodyReader reader() {
        var settings = new BodySettings(
                MAX,
                DataSize.ofKilobytes(64),
                DataSize.ofKilobytes(128),
                DataSize.ofKilobytes(600),
                spool,
                Duration.ofSeconds(20),
                DataSize.ofMegabytes(2),
                Duration.ofSeconds(5));
        metrics.clear();
        return new BodyReader(settings, metrics);
    }

    private double used(String kind) {
        return metrics.get("postern.ingest.body.room.used")
                .tag("kind", kind)
                .gauge()
                .value();
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20));
    }

    private static MessageBody complete(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Complete.class);
        return ((Reading.Complete) reading).body();
    }

    private static byte[] bytesOf(MessageBody body, long start) throws IOException {
        var copy = new ByteArrayOutputStream();
        body.forEachChunk(start, copy::write);
        return copy.toByteArray();
    }

    private static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static InputStream failing(IOException failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw failure;
            }
        };
    }

    @Test
    void findsWhatSmtpCannotCarry() {
        assertThat(traits("plain\r\ntext\r\n")).isEqualTo(new ContentTraits(false, 0, 0, 0));
        assertThat(traits("a\nb\n\r\n")).isEqualTo(new ContentTraits(false, 2, 0, 0));
        assertThat(traits("a\rb\r\r\n\r")).isEqualTo(new ContentTraits(false, 0, 3, 0));
        assertThat(traits("\0\0\u00e9")).isEqualTo(new ContentTraits(true, 0, 0, 2));
        assertThat(traits("a\n\rb\0").oddities()).containsExactly("bare-lf", "bare-cr", "nul");
    }

    private static ContentTraits traits(String text) {
        var scanner = new ContentScanner();
        for (byte octet : text.getBytes(ISO_8859_1)) {
            scanner.accept(new byte[] {octet}, 0, 1);
        }
        return scanner.finish();
    }
}
