package dev.postern.backup.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks {@code df}, which knows what Java does not tell: how many files a file system still has room for. A process of
 * its own, because a question about a network file system whose server is away may never be answered, and a process can
 * be given up.
 */
final class DiskFree {

    private static final String COLUMNS = "--output=fstype,size,used,avail,itotal,iused,iavail,source";
    private static final int COLUMN_COUNT = 8;

    private final List<String> command;
    private final Duration patience;

    DiskFree(Duration patience) {
        this(List.of("df", "--block-size=1", COLUMNS, "--"), patience);
    }

    DiskFree(List<String> command, Duration patience) {
        this.command = List.copyOf(command);
        this.patience = patience;
    }

    /** @throws IOException saying why there is no answer */
    Answer ask(Path place) throws IOException {
        var builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
        builder.command().add(place.toString());
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try {
            // The answer is a line or two and fits into the pipe: it can be read once the process has ended.
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("the file system does not answer within %d s".formatted(patience.toSeconds()));
            }
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.exitValue() != 0) {
                throw new IOException(text);
            }
            return Answer.parse(text.lines().toList().getLast());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("the service is stopping", stopping);
        } finally {
            process.destroyForcibly();
        }
    }

    /** One line of {@code df}. */
    record Answer(String source, String type, Usage bytes, Optional<Usage> files) {

        static Answer parse(String line) throws IOException {
            var words = line.strip().split("\\s+", COLUMN_COUNT);
            try {
                var bytes = new Usage(Long.parseLong(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
                return new Answer(words[7], words[0], bytes, files(words[4], words[5], words[6]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException unexpected) {
                throw new IOException("df's answer cannot be understood: " + line, unexpected);
            }
        }

        /** File systems that make room for files as they need it say 0 or nothing at all. */
        private static Optional<Usage> files(String total, String used, String available) {
            return total.equals("-") || total.equals("0")
                    ? Optional.empty()
                    : Optional.of(new Usage(Long.parseLong(total), Long.parseLong(used), Long.parseLong(available)));
        }
    }
}
