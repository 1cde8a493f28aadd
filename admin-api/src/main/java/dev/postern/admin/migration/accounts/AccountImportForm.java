package dev.postern.admin.migration.accounts;

import dev.postern.admin.migration.export.ExportFile;
import dev.postern.admin.migration.export.ExportFormat;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/** What somebody chose: files, and what they are. */
public record AccountImportForm(
        @Nullable String format, @Nullable List<MultipartFile> files) {

    public static AccountImportForm empty() {
        return new AccountImportForm(ExportFormat.POSTFIXADMIN_SQL.text(), null);
    }

    public static List<String> formats() {
        return Arrays.stream(ExportFormat.values()).map(ExportFormat::text).toList();
    }

    /** A form without a chosen file sends one without a name. */
    List<ExportFile> chosen() {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty())
                        .map(file -> new ExportFile(String.valueOf(file.getOriginalFilename()), file::getInputStream))
                        .toList();
    }
}
