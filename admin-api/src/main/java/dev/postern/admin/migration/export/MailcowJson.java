package dev.postern.admin.migration.export;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the answers of mailcow's API: a list of objects, one after the other, or one object alone. */
final class MailcowJson {

    private final JsonMapper json;
    private final ExportFile file;
    private final RowSink rows;
    private long entries;

    private MailcowJson(JsonMapper json, ExportFile file, RowSink rows) {
        this.json = json;
        this.file = file;
        this.rows = rows;
    }

    /** Reads to the end. */
    static void read(JsonMapper json, ExportFile file, RowSink rows) throws IOException, Unreadable {
        new MailcowJson(json, file, rows).read();
    }

    private void read() throws IOException, Unreadable {
        try (var text = file.text();
                var parser = json.createParser(text)) {
            var token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                for (token = parser.nextToken(); token == JsonToken.START_OBJECT; token = parser.nextToken()) {
                    entry(parser);
                }
                require(token == JsonToken.END_ARRAY);
            } else if (token != null) {
                require(token == JsonToken.START_OBJECT);
                entry(parser);
            }
            require(parser.nextToken() == null);
        } catch (JacksonException malformed) {
            throw new Unreadable(entries + 1, "JSON");
        }
    }

    private void require(boolean asExpected) throws Unreadable {
        if (!asExpected) {
            throw new Unreadable(entries + 1, "JSON");
        }
    }

    private void entry(JsonParser parser) throws Unreadable {
        entries++;
        JsonNode node = parser.readValueAsTree();
        var values = values(node);
        var table = tableOf(values).orElseThrow(() -> new Unreadable(entries, "{…}"));
        rows.take(new TableRow(table, new Place(file.name(), entries), values));
    }

    private static Map<String, String> values(JsonNode entry) {
        var values = new HashMap<String, String>();
        entry.propertyStream()
                .filter(property -> property.getValue().isValueNode()
                        && !property.getValue().isNull())
                .forEach(property -> values.put(
                        property.getKey().toLowerCase(Locale.ROOT),
                        property.getValue().asString()));
        return values;
    }

    private static Optional<String> tableOf(Map<String, String> values) {
        return values.containsKey("domain_name")
                ? Optional.of("domain")
                : values.containsKey("username")
                        ? Optional.of("mailbox")
                        : PostfixAdmin.tableOf(List.copyOf(values.keySet()));
    }
}
