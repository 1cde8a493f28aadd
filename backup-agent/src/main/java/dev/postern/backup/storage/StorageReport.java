package dev.postern.backup.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All places at one moment. */
public record StorageReport(Instant measuredAt, List<Finding> findings, Separation separation) {

    public StorageReport {
        findings = List.copyOf(findings);
    }

    static StorageReport of(Instant measuredAt, List<Finding> findings) {
        return new StorageReport(measuredAt, findings, Separation.of(findings));
    }

    /** What is known of one place; nothing, if it could not be measured. */
    public Optional<FileSystem> fileSystemOf(Role role) {
        return findings.stream()
                .filter(finding -> finding.role() == role)
                .filter(Finding.Measured.class::isInstance)
                .map(finding -> ((Finding.Measured) finding).fileSystem())
                .findFirst();
    }

    public Level levelOf(Role role) {
        return findings.stream()
                .filter(finding -> finding.role() == role)
                .map(Finding::level)
                .findFirst()
                .orElse(Level.UNKNOWN);
    }

    public boolean isComplete() {
        return findings.stream().allMatch(Finding.Measured.class::isInstance);
    }
}
