package dev.postern.backup.restic;

import dev.postern.backup.process.Streams;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Looks into snapshots and takes things out again. Writes nothing into the repository, not even a lock. */
public final class SnapshotReader {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NO_LOCK = "--no-lock";

    private final Restic restic;

    public SnapshotReader(ResticProgram program, Repository repository) {
        this.restic = new Restic(program, repository);
    }

    /** All snapshots, the oldest first. */
    public List<Snapshot> list(Work work) throws ResticFailure {
        var json = new StringBuilder();
        restic.run("Listing the snapshots", work, Streams.lines(json::append), List.of(NO_LOCK, "snapshots"));
        return JSON.readTree(json.toString())
                .valueStream()
                .map(SnapshotReader::snapshotIn)
                .sorted(Comparator.comparing(Snapshot::time))
                .toList();
    }

    /** Shows every file and directory below a path, in restic's order. */
    public void walk(SnapshotId snapshot, String path, Work work, Consumer<Node> nodes) throws ResticFailure {
        var words = new ArrayList<>(List.of(NO_LOCK, "ls", "--recursive", snapshot.value()));
        if (!path.equals("/")) {
            words.add(path);
        }
        restic.run("Listing " + path, work, Streams.lines(line -> nodeIn(line).ifPresent(nodes)), words);
    }

    /** Reads one file. */
    public void read(SnapshotId snapshot, String file, Work work, Streams.Reader content) throws ResticFailure {
        var words = List.of(NO_LOCK, "dump", snapshot.value(), file);
        restic.run("Reading " + file, work, Streams.bytes(content), words);
    }

    /** Reads a directory and all below it as a tar archive; names in it are relative to the directory. */
    public void readAll(SnapshotId snapshot, String directory, Work work, Streams.Reader archive) throws ResticFailure {
        var words = List.of(NO_LOCK, "dump", "--archive", "tar", snapshot.value() + ":" + directory, "/");
        restic.run("Reading " + directory, work, Streams.bytes(archive), words);
    }

    /** Writes a directory and all below it into another one, reads it again and compares. */
    public void restore(SnapshotId snapshot, String directory, Path target, Work work) throws ResticFailure {
        var words = List.of(
                NO_LOCK,
                "restore",
                "--verify",
                "--target",
                target.toString(),
                snapshot.value() + (directory.equals("/") ? "" : ":" + directory));
        restic.run("Restoring " + directory, work, Streams.lines(new JsonLines(work.progress())), words);
    }

    private static Snapshot snapshotIn(JsonNode node) {
        var tags = new TreeSet<String>();
        node.path("tags").valueStream().map(JsonNode::asString).forEach(tags::add);
        return new Snapshot(
                new SnapshotId(node.path("id").asString()),
                Instant.parse(node.path("time").asString()),
                tags);
    }

    private static Optional<Node> nodeIn(String line) {
        var node = JSON.readTree(line);
        if (!node.path("message_type").asString("").equals("node")) {
            return Optional.empty();
        }
        var type = switch (node.path("type").asString("")) {
            case "file" -> Node.Type.FILE;
            case "dir" -> Node.Type.DIRECTORY;
            default -> Node.Type.OTHER;
        };
        return Optional.of(new Node(
                node.path("path").asString(),
                type,
                node.path("size").asLong(0),
                Instant.parse(node.path("mtime").asString())));
    }
}
