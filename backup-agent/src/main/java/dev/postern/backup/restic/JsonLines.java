package dev.postern.backup.restic;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens to what restic tells while it works, and keeps its summary. */
final class JsonLines implements Consumer<String> {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Consumer<Progress> progress;
    private volatile @Nullable JsonNode summary;

    JsonLines(Consumer<Progress> progress) {
        this.progress = progress;
    }

    @Override
    public void accept(String line) {
        if (!line.startsWith("{")) {
            return;
        }
        var message = JSON.readTree(line);
        switch (message.path("message_type").asString("")) {
            case "status" -> progress.accept(progressIn(message));
            case "summary" -> summary = message;
            default -> {
                // Details that nobody asked for.
            }
        }
    }

    Optional<JsonNode> summary() {
        return Optional.ofNullable(summary);
    }

    /** Saving and restoring have different words for the same. */
    private static Progress progressIn(JsonNode status) {
        return new Progress(
                status.path("files_done").asLong(status.path("files_restored").asLong(0)),
                status.path("total_files").asLong(0),
                status.path("bytes_done").asLong(status.path("bytes_restored").asLong(0)),
                status.path("total_bytes").asLong(0));
    }
}
