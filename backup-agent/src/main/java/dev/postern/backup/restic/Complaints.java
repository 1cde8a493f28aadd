package dev.postern.backup.restic;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What restic writes to its standard error: one JSON object a line, but for a few lines of plain text. */
record Complaints(List<String> lines) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static Complaints in(String errors) {
        return new Complaints(errors.lines().filter(line -> !line.isBlank()).toList());
    }

    /** Why it gave up. */
    String reason() {
        return lines.stream()
                .map(Complaints::parse)
                .filter(line -> isOf(line, "exit_error"))
                .map(line -> line.path("message").asString(""))
                .map(text -> text.replaceFirst("^Fatal: ", ""))
                .findFirst()
                .orElseGet(() -> lines.isEmpty() ? "it did not say why" : lines.getLast());
    }

    /** Files that it could not read. */
    List<String> unreadable() {
        return lines.stream()
                .map(Complaints::parse)
                .filter(line -> isOf(line, "error"))
                .map(line -> line.path("error").path("message").asString(""))
                .toList();
    }

    boolean mention(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    private static boolean isOf(JsonNode line, String type) {
        return line.path("message_type").asString("").equals(type);
    }

    private static JsonNode parse(String line) {
        try {
            return line.startsWith("{") ? JSON.readTree(line) : MissingNode.getInstance();
        } catch (JacksonException plainText) {
            return MissingNode.getInstance();
        }
    }
}
