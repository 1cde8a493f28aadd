package dev.postern.backup.restic;

import dev.postern.backup.manifest.SnapshotId;
import dev.postern.backup.process.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a repository, and keeps it in order. */
public final class RepositoryKeeper {

    /** How much of the repository may be rubbish before it is worth rewriting what is not. */
    private static final String RUBBISH = "10%";

    private final Restic restic;

    public RepositoryKeeper(ResticProgram program, Repository repository) {
        this.restic = new Restic(program, repository);
    }

    public Repository repository() {
        return restic.repository();
    }

    /** Which repository it is; none if there is no repository in that place. No password is needed to tell. */
    public Optional<RepositoryId> find() throws ResticFailure {
        return switch (restic.repository()) {
            case LocalRepository local -> local.id();
        };
    }

    /** Makes a repository where there is none. */
    public void make(Work work) throws ResticFailure {
        restic.run("Making the repository", work, Streams.lines(_ -> {}), List.of("init"));
    }

    /** Drops snapshots; what only they needed stays until {@link #tidy}. */
    public void forget(List<SnapshotId> snapshots, Work work) throws ResticFailure {
        if (!snapshots.isEmpty()) {
            var words = Stream.concat(Stream.of("forget"), snapshots.stream().map(SnapshotId::value))
                    .toList();
            restic.run("Forgetting old snapshots", work, Streams.lines(_ -> {}), words);
        }
    }

    /** Frees the room of what no snapshot needs any more. */
    public void tidy(Work work) throws ResticFailure {
        restic.run("Freeing room", work, Streams.lines(_ -> {}), List.of("prune", "--max-unused", RUBBISH));
    }

    /**
     * Looks whether the repository is whole.
     *
     * @param data which part of the data is read back, in restic's words; none: structure alone
     */
    public void check(Optional<String> data, Work work) throws ResticFailure {
        var words = new ArrayList<>(List.of("check"));
        data.ifPresent(part -> words.add("--read-data-subset=" + part));
        var ending = restic.attempt(
                "Checking", work, Streams.lines(new JsonLines(work.progress())), Optional.empty(), words);
        if (ending.exitCode() == 1) {
            throw new ResticFailure(
                    ResticFailure.Kind.DAMAGED,
                    "The repository %s is damaged: %s"
                            .formatted(
                                    restic.repository().location(),
                                    Complaints.in(ending.errors()).reason()));
        }
        if (ending.exitCode() != ExitCode.OK) {
            throw ExitCode.explain(restic.repository(), "Checking", ending);
        }
    }

    /**
     * Removes the locks of a restic that was killed. Only for who knows that none is at work: the killed one may have had
     * another container's host name, and restic would take it for alive for half an hour.
     */
    public void unlock(Work work) throws ResticFailure {
        restic.run("Removing old locks", work, Streams.lines(_ -> {}), List.of("unlock", "--remove-all"));
    }
}
