package dev.postern.backup.storage;

import java.util.Collections;
import java.util.List;

/** Whether the backup would survive the loss of what the production data lies on. */
public enum Separation {
    /** On other disks than all production data. */
    OTHER_DISK,
    /** On another file system, but which disks are behind one of the two cannot be seen. */
    OTHER_FILE_SYSTEM,
    /** One disk takes both with it. */
    SAME_DISK,
    /** One file system takes both with it. */
    SAME_FILE_SYSTEM,
    /** A place could not be measured. */
    UNKNOWN;

    static Separation of(List<Finding> findings) {
        if (!findings.stream().allMatch(Finding.Measured.class::isInstance)) {
            return UNKNOWN;
        }
        var backup = fileSystems(findings, true);
        var production = fileSystems(findings, false);
        return backup.stream()
                .flatMap(own -> production.stream().map(other -> between(own, other)))
                .max(Separation::compareBySeverity)
                .orElse(UNKNOWN);
    }

    private static List<FileSystem> fileSystems(List<Finding> findings, boolean ofBackup) {
        return findings.stream()
                .filter(finding -> (finding.role() == Role.BACKUP) == ofBackup)
                .map(finding -> ((Finding.Measured) finding).fileSystem())
                .toList();
    }

    private static Separation between(FileSystem one, FileSystem other) {
        if (one.device() == other.device()) {
            return SAME_FILE_SYSTEM;
        }
        if (!Collections.disjoint(one.disks(), other.disks())) {
            return SAME_DISK;
        }
        return one.disks().isEmpty() || other.disks().isEmpty() ? OTHER_FILE_SYSTEM : OTHER_DISK;
    }

    private static int compareBySeverity(Separation one, Separation other) {
        return one.compareTo(other);
    }
}
