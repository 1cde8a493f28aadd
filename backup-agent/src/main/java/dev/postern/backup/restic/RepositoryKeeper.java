package dev.postern.backup.restic;

import dev.postern.backup.process.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Makes a repository, and keeps it in order. */
public final class RepositoryKeeper {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** How much of the repository may be rubbish before it is worth rewriting what is not. */
    private static final String RUBBISH = "10%";

    private final Restic restic;

    public RepositoryKeeper(ResticProgram program, Repository repository) {
        this.restic = new Restic(program, repository);
    }

    public Repository repository() {
        return restic.repository();
    }

    /** Which repository it is; none if there is no repository in that place. */
    public Optional<RepositoryId> find(Work work) throws ResticFailure {
        var json = new StringBuilder();
        var ending = restic.attempt(
                "Opening the repository",
                work,
                Streams.lines(json::append),
                Optional.empty(),
                List.of("--no-lock", "cat", "config"));
        if (ending.exitCode() == ExitCode.OK) {
            return Optional.of(
                    new RepositoryId(JSON.readTree(json.toString()).path("id").asString()));
        }
        var failure = ExitCode.explain(restic.repository(), "Opening the repository", ending);
        if (failure.kind() == ResticFailure.Kind.NO_REPOSITORY) {
            return Optional.empty();
        }
        throw failure;
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
