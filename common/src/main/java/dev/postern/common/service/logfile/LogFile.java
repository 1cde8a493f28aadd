package dev.postern.common.service.logfile;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A log that grows, and whose older parts were given other names: {@code mail.log}, {@code mail.log.1}, {@code mail.log.2}, the
 * higher the older. Whoever reads it goes on where he stopped, also when the file has got another name meanwhile.
 */
public final class LogFile {

    private static final int AT_A_TIME = 1 << 18;

    private final Path newest;

    public LogFile(Path newest) {
        this.newest = newest;
    }

    /**
     * A place in the log.
     *
     * @param file what the operating system knows the file by, whatever its name
     * @param offset in bytes
     */
    public record Place(String file, long offset) {}

    /** Whole lines, and the place behind them. */
    public record Piece(List<String> lines, Place end) {}

    /**
     * The lines from a place on, or from the oldest on when the place is gone or there was none.
     *
     * @return nothing when nothing new is there
     */
    public Optional<Piece> readFrom(Optional<Place> place) throws IOException {
        var parts = parts();
        int known = place.map(left -> indexOf(left.file(), parts)).orElse(-1);
        int index = Math.max(known, 0);
        long offset = known < 0 ? 0 : place.orElseThrow().offset();
        for (int part = index; part < parts.size(); part++) {
            var piece = read(parts.get(part), part == index ? offset : 0);
            if (piece.isPresent()) {
                return piece;
            }
        }
        return Optional.empty();
    }

    private static int indexOf(String file, List<Part> parts) {
        for (int index = 0; index < parts.size(); index++) {
            if (parts.get(index).key().equals(file)) {
                return index;
            }
        }
        return -1;
    }

    private record Part(Path path, String key) {}

    /** The oldest first. */
    private List<Part> parts() throws IOException {
        var parts = new ArrayList<Part>();
        var path = newest;
        for (int age = 1; Files.exists(path); age++) {
            try {
                var attributes = Files.readAttributes(path, BasicFileAttributes.class);
                parts.addFirst(new Part(path, String.valueOf(Objects.requireNonNull(attributes.fileKey()))));
            } catch (NoSuchFileException renamedMeanwhile) {
                return List.of();
            }
            path = newest.resolveSibling(newest.getFileName() + "." + age);
        }
        return parts;
    }

    private static Optional<Piece> read(Part part, long offset) throws IOException {
        var bytes = ByteBuffer.allocate(AT_A_TIME);
        try (var channel = FileChannel.open(part.path())) {
            while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) > 0) {
                // Until the buffer is full or the file ends.
            }
        }
        int length = wholeLines(bytes);
        if (length == 0) {
            return Optional.empty();
        }
        var lines = new String(bytes.array(), 0, length, UTF_8).lines().toList();
        return Optional.of(new Piece(lines, new Place(part.key(), offset + length)));
    }

    /** A line longer than the buffer is none of ours: it is passed over. */
    private static int wholeLines(ByteBuffer bytes) {
        for (int end = bytes.position(); end > 0; end--) {
            if (bytes.get(end - 1) == '\n') {
                return end;
            }
        }
        return bytes.hasRemaining() ? 0 : bytes.position();
    }
}
