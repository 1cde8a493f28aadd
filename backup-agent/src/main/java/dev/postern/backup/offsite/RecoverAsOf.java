package dev.postern.backup.offsite;

import dev.postern.common.mail.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rebuilds a repository in a local folder as it was at a moment, from the versions of its objects, without writing to
 * the bucket. It believes no version whose content is not what its name says; nothing that came after the moment counts.
 * What is there already from an earlier try is not fetched again.
 */
final class RecoverAsOf {

    private static final String CONFIG = "config";

    /** The names that a restic repository has; anything else in the bucket is somebody else's. */
    private static final Pattern NAME =
            Pattern.compile("config|(?:keys|snapshots|index)/[0-9a-f]{64}|data/(?:[0-9a-f]{2}/)?[0-9a-f]{64}");

    private static final List<String> FOLDERS = List.of("data", "index", "keys", "locks", "snapshots");

    private final Bucket bucket;
    private final LockedRepository repository;

    RecoverAsOf(Bucket bucket, LockedRepository repository) {
        this.bucket = bucket;
        this.repository = repository;
    }

    /**
     * Recovers.
     *
     * @param moment what happened later did not happen
     * @param believeMarkers false when it is not known since when the attacker deleted: then everything that was ever
     *     written comes back, snapshots that were forgotten long ago included
     */
    Recovery apply(Instant moment, boolean believeMarkers, Path target) throws IOException {
        for (var folder : FOLDERS) {
            Files.createDirectories(target.resolve(folder));
        }
        var recovery = new Recovery();
        for (var entry : repository.history().entrySet()) {
            var name = repository.name(entry.getKey());
            var until = entry.getValue().stream()
                    .filter(version -> !version.writtenAt().isAfter(moment))
                    .toList();
            if (NAME.matcher(name).matches() && isThereIn(until, believeMarkers)) {
                recover(name, until, target.resolve(name), recovery);
            }
        }
        return recovery;
    }

    private static boolean isThereIn(List<ObjectVersion> history, boolean believeMarkers) {
        return !history.isEmpty() && !(believeMarkers && history.getFirst().marker());
    }

    private void recover(String name, List<ObjectVersion> history, Path file, Recovery recovery) throws IOException {
        var versions = history.stream().filter(version -> !version.marker()).toList();
        // The configuration's name tells nothing of its content, but it is written once, when the repository is made.
        var candidates = name.equals(CONFIG) ? versions.reversed() : versions;
        if (!name.equals(CONFIG) && isThere(name, file)) {
            recovery.files++;
            return;
        }
        Files.createDirectories(file.getParent());
        for (var version : candidates) {
            var fetched = fetch(version, file.resolveSibling(file.getFileName() + ".part"));
            if (name.equals(CONFIG) || fetched.digest.hex().equals(hashIn(name))) {
                settle(fetched.file, file);
                recovery.files++;
                recovery.bytes += version.bytes();
                return;
            }
            Files.delete(fetched.file);
            recovery.forged++;
        }
        if (!candidates.isEmpty()) {
            recovery.missing.add(name);
        }
    }

    private boolean isThere(String name, Path file) throws IOException {
        return Files.exists(file)
                && digestOf(file)
                        .filter(digest -> digest.hex().equals(hashIn(name)))
                        .isPresent();
    }

    private static Optional<Sha256> digestOf(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), Sha256.newDigest())) {
            in.transferTo(OutputStream.nullOutputStream());
            return Optional.of(Sha256.finish(in.getMessageDigest()));
        }
    }

    private Fetched fetch(ObjectVersion version, Path part) throws IOException {
        try (var in = new DigestInputStream(bucket.read(version), Sha256.newDigest())) {
            Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            return new Fetched(part, Sha256.finish(in.getMessageDigest()));
        }
    }

    private static void settle(Path part, Path file) throws IOException {
        try {
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unusual) {
            throw new UncheckedIOException(unusual);
        }
    }

    private static String hashIn(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private record Fetched(Path file, Sha256 digest) {}

    /** What came back. */
    static final class Recovery {

        private int files;
        private long bytes;
        private int forged;
        private final List<String> missing = new ArrayList<>();

        int files() {
            return files;
        }

        /** How much was fetched in this run. */
        long bytes() {
            return bytes;
        }

        /** How many versions were passed over because their content is not what their name says. */
        int forged() {
            return forged;
        }

        /** Objects of which no version is what it should be. */
        List<String> missing() {
            return List.copyOf(missing);
        }
    }
}
