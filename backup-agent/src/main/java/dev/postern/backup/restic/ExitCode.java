package dev.postern.backup.restic;

import dev.postern.backup.process.Ending;
import dev.postern.backup.process.ProgramFailure;
import dev.postern.backup.restic.ResticFailure.Kind;

/** What restic's exit codes mean, in words that help whoever reads them. */
final class ExitCode {

    static final int OK = 0;
    /** There is a snapshot, but something could not be read. */
    static final int INCOMPLETE = 3;

    private static final int NO_REPOSITORY = 10;
    private static final int LOCKED = 11;
    private static final int WRONG_PASSWORD = 12;

    private ExitCode() {}

    static ResticFailure explain(Repository repository, String task, Ending ending) {
        var complaints = Complaints.in(ending.errors());
        return switch (ending.exitCode()) {
            case NO_REPOSITORY ->
                new ResticFailure(
                        Kind.NO_REPOSITORY,
                        "There is no repository in %s. Is its disk mounted?".formatted(repository.location()));
            case LOCKED ->
                new ResticFailure(
                        Kind.LOCKED,
                        "The repository %s is in use: %s".formatted(repository.location(), complaints.reason()));
            case WRONG_PASSWORD ->
                new ResticFailure(
                        Kind.WRONG_PASSWORD,
                        "The password in %s does not open the repository %s. Put the right one back: without it nobody can read the backups."
                                .formatted(repository.passwordFile(), repository.location()));
            default -> explainByText(repository, task, complaints);
        };
    }

    static ResticFailure explain(Repository repository, String task, ProgramFailure failure) {
        var kind = switch (failure.kind()) {
            case STOPPED -> Kind.STOPPED;
            case TOO_LONG -> Kind.TOO_LONG;
            case BROKEN_OFF -> Kind.NO_INPUT;
            case NOT_STARTED -> Kind.OTHER;
        };
        return new ResticFailure(
                kind, "%s in %s: %s".formatted(task, repository.location(), failure.getMessage()), failure);
    }

    private static ResticFailure explainByText(Repository repository, String task, Complaints complaints) {
        if (complaints.mention("no space left on device")) {
            return new ResticFailure(
                    Kind.FULL,
                    "No room is left in %s. Make room there, or move the backups to a larger disk; what was saved before is whole."
                            .formatted(repository.location()));
        }
        return new ResticFailure(
                Kind.OTHER, "%s in %s: %s".formatted(task, repository.location(), complaints.reason()));
    }
}
