package dev.postern.admin.migration.accounts;

import dev.postern.admin.credentials.Vault;
import dev.postern.admin.migration.export.ExportFile;
import dev.postern.admin.migration.export.ExportFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Keeps an export from the moment when somebody sees what would come of it until he has decided, in the table
 * {@code account_import}. It has passwords in it, so it is encrypted, and for him alone.
 */
@Repository
class StagedExports {

    static final Duration KEPT = Duration.ofHours(1);

    private static final int ID_BYTES = 16;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final SecureRandom random = new SecureRandom();

    StagedExports(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** An export as it was sent. */
    record Staged(ExportFormat format, List<ExportFile> files) {

        Staged {
            files = List.copyOf(files);
        }
    }

    /** Keeps it and forgets those that are too old. */
    String keep(String operator, Staged staged) throws IOException {
        jdbc.sql("delete from account_import where created_at < :before")
                .param("before", LocalDateTime.ofInstant(Instant.now().minus(KEPT), ZoneOffset.UTC))
                .update();
        var bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        jdbc.sql("insert into account_import (id, operator, format, sealed) values (:id, :operator, :format, :sealed)")
                .param("id", id)
                .param("operator", operator)
                .param("format", staged.format().text())
                .param("sealed", vault.seal(packed(staged.files()), purpose(id)))
                .update();
        return id;
    }

    /** Empty if it is gone, or somebody else's. */
    Optional<Staged> find(String id, String operator) {
        return jdbc.sql("""
                        select format, sealed from account_import
                        where id = :id and operator = :operator and created_at >= :since""")
                .param("id", id)
                .param("operator", operator)
                .param("since", LocalDateTime.ofInstant(Instant.now().minus(KEPT), ZoneOffset.UTC))
                .query((row, _) -> new Staged(
                        ExportFormat.parse(row.getString("format")),
                        unpacked(vault.open(row.getBytes("sealed"), purpose(id)))))
                .optional();
    }

    void forget(String id) {
        jdbc.sql("delete from account_import where id = :id").param("id", id).update();
    }

    private static String purpose(String id) {
        return "account-import:" + id;
    }

    private static byte[] packed(List<ExportFile> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var number = 0;
            for (var file : files) {
                // Two of them can have the same name.
                zip.putNextEntry(new ZipEntry("%d/%s".formatted(number++, file.name())));
                try (var content = file.content().open()) {
                    content.transferTo(zip);
                }
            }
        }
        return bytes.toByteArray();
    }

    /** What comes out is what went in: nobody else can seal anything. */
    private static List<ExportFile> unpacked(byte[] sealed) {
        var files = new ArrayList<ExportFile>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(sealed))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var content = zip.readAllBytes();
                files.add(new ExportFile(entry.getName(), () -> new ByteArrayInputStream(content)));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return files;
    }
}
