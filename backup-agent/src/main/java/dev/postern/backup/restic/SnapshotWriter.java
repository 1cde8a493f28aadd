package dev.postern.backup.restic;

import dev.postern.backup.process.Ending;
import dev.postern.backup.process.Streams;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;
import tools.jackson.databind.node.MissingNode;

/** Makes snapshots. */
public final class SnapshotWriter {

    /** All snapshots come from one machine, whatever the container is called. */
    private static final String HOST = "postern";

    private final Restic restic;

    public SnapshotWriter(ResticProgram program, Repository repository) {
        this.restic = new Restic(program, repository);
    }

    /**
     * Saves what lies below a directory; the directory itself is the root of the snapshot.
     *
     * @param excluded patterns of restic's, from the directory on, beginning with a slash
     * @param parent the snapshot to compare with; if nothing has changed since, there is no new one
     */
    public Saved save(
            Path directory, List<String> excluded, SortedSet<String> tags, Optional<SnapshotId> parent, Work work)
            throws ResticFailure {
        // restic would take a missing directory for an empty one.
        if (!Files.isDirectory(directory)) {
            throw new ResticFailure(
                    ResticFailure.Kind.NO_INPUT, "%s does not exist, so it cannot be saved".formatted(directory));
        }
        var words = new ArrayList<>(backup(tags));
        parent.ifPresent(snapshot -> words.addAll(List.of("--parent", snapshot.value(), "--skip-if-unchanged")));
        excluded.forEach(pattern -> words.addAll(List.of("--exclude", directory + pattern)));
        words.add(".");
        var lines = new JsonLines(work.progress());
        var ending = restic.attempt("Saving " + directory, work, Streams.lines(lines), Optional.of(directory), words);
        return result("Saving " + directory, ending, lines);
    }

    /** Saves what is written to a stream as one file at the root of the snapshot. */
    public Saved save(String name, Streams.Writer content, SortedSet<String> tags, Work work) throws ResticFailure {
        var words = new ArrayList<>(backup(tags));
        words.addAll(List.of("--stdin", "--stdin-filename", "/" + name));
        var lines = new JsonLines(work.progress());
        var task = "Saving " + name;
        var ending = restic.attempt(task, work, Streams.lines(content, lines), Optional.empty(), words);
        var saved = result(task, ending, lines);
        if (!saved.unreadable().isEmpty() || saved.snapshot().isEmpty()) {
            throw ExitCode.explain(restic.repository(), task, ending);
        }
        return saved;
    }

    private static List<String> backup(SortedSet<String> tags) {
        return Stream.concat(Stream.of("backup", "--host", HOST), tags.stream().flatMap(tag -> Stream.of("--tag", tag)))
                .toList();
    }

    private Saved result(String task, Ending ending, JsonLines lines) throws ResticFailure {
        if (ending.exitCode() != ExitCode.OK && ending.exitCode() != ExitCode.INCOMPLETE) {
            throw ExitCode.explain(restic.repository(), task, ending);
        }
        var summary = lines.summary().orElse(MissingNode.getInstance());
        return new Saved(
                Optional.of(summary.path("snapshot_id").asString(""))
                        .filter(id -> !id.isEmpty())
                        .map(SnapshotId::new),
                summary.path("total_files_processed").asLong(0),
                summary.path("total_bytes_processed").asLong(0),
                summary.path("data_added_packed").asLong(0),
                Complaints.in(ending.errors()).unreadable());
    }
}
