package dev.postern.admin.migration.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** Exports to read in tests: our own samples of each format, and texts. */
public final class Exports {

    private Exports() {}

    public static AccountExport read(ExportFormat format, ExportFile... files) {
        try {
            return new ReadExport(JsonMapper.shared()).apply(format, List.of(files));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }

    public static ExportFile sample(String path) {
        return new ExportFile(
                path, () -> Objects.requireNonNull(Exports.class.getResourceAsStream("/migration/" + path), path));
    }

    public static ExportFile file(String name, String text) {
        return new ExportFile(name, () -> new ByteArrayInputStream(text.getBytes(UTF_8)));
    }

    static List<TableRow> rowsOf(String sql, String... tables) throws IOException, Unreadable {
        var rows = new ArrayList<TableRow>();
        try (var text = file("dump.sql", sql).text()) {
            SqlDump.read("dump.sql", text, java.util.Set.of(tables), rows::add);
        }
        return rows;
    }
}
