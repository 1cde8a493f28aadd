package dev.postern.admin.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.postern.admin.access.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Writes out everything that a search finds, in the order in which it was done. */
@Service
public class ExportAudit {

    private final AuditTrail trail;
    private final JsonMapper json;

    ExportAudit(AuditTrail trail, JsonMapper json) {
        this.trail = trail;
        this.json = json;
    }

    /** One entry as JSON in each line, for programs. */
    public void asLines(AuditSearch search, Scope scope, OutputStream out) {
        trail.forEach(search, scope, entry -> {
            try {
                out.write(json.writeValueAsBytes(AuditResource.of(entry)));
                out.write('\n');
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    /** One entry in each row (RFC 4180), for spreadsheets. */
    public void asTable(AuditSearch search, Scope scope, OutputStream out) {
        try (var table = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            table.writeRecord(
                    "id", "at", "kind", "actor", "address", "action", "subject", "domain", "before", "after", "hash");
            trail.forEach(search, scope, entry -> {
                var shown = AuditResource.of(entry);
                table.writeRecord(
                        String.valueOf(shown.id()),
                        shown.at().toString(),
                        shown.kind(),
                        harmless(shown.actor()),
                        harmless(shown.address()),
                        harmless(shown.action()),
                        harmless(shown.subject()),
                        harmless(shown.domain()),
                        harmless(shown.before()),
                        harmless(shown.after()),
                        shown.hash());
            });
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** A spreadsheet takes what begins so for a formula, and whoever chose the text would have it run. */
    private static String harmless(@Nullable String text) {
        var cell = Objects.requireNonNullElse(text, "");
        return cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0 ? cell : "'" + cell;
    }
}
