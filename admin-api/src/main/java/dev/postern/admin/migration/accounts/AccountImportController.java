package dev.postern.admin.migration.accounts;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.migration.export.ExportFile;
import dev.postern.admin.migration.export.ExportFormat;
import dev.postern.admin.migration.export.ReadExport;
import dev.postern.admin.migration.export.Remark;
import dev.postern.admin.web.Answers;
import dev.postern.admin.web.Field;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@AllowedFor(Audience.OWNERS)
@RestController
@Tag(name = "Moving in", description = "Accounts and mail of other mail servers")
class AccountImportController {

    private final ReadExport readExport;
    private final ImportAccounts importAccounts;
    private final RemarkTexts texts;

    AccountImportController(ReadExport readExport, ImportAccounts importAccounts, RemarkTexts texts) {
        this.readExport = readExport;
        this.importAccounts = importAccounts;
        this.texts = texts;
    }

    @PostMapping(path = "/api/v1/migrations/accounts", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            operationId = "importAccounts",
            summary = "Take over the accounts of another mail server, or see what would come of it",
            description = "Everything that can be taken is, in one step, or nothing. Passwords stay as they are where"
                    + " Dovecot knows their scheme; mailboxes with others get a new one, which the answer tells.")
    AccountImportResource importAccounts(
            @Parameter(
                            description = "What the files are",
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                "postfixadmin-sql",
                                                "postfixadmin-csv",
                                                "mailcow-sql",
                                                "mailcow-json",
                                                "docker-mailserver"
                                            }))
                    @RequestParam(required = false)
                    @Nullable
                    String format,
            @Parameter(description = "`true` changes nothing, and only says what would come of it")
                    @RequestParam(defaultValue = "true")
                    boolean dryRun,
            @Parameter(description = "Whether entries that cannot be taken may stay behind")
                    @RequestParam(defaultValue = "false")
                    boolean leaveOut,
            @RequestPart(required = false) @Nullable List<MultipartFile> files)
            throws IOException {
        var wanted = Field.of("format", format).required(ExportFormat::parse);
        var given = Field.of("files", files).required(AccountImportController::filesOf);
        var export = readExport.apply(wanted, given);
        return dryRun
                ? AccountImportResource.of(importAccounts.preview(export), this::english)
                : Answers.ok(
                        importAccounts.apply(export, leaveOut), done -> AccountImportResource.of(done, this::english));
    }

    private static List<ExportFile> filesOf(List<MultipartFile> files) {
        return files.stream()
                .map(file -> new ExportFile(String.valueOf(file.getOriginalFilename()), file::getInputStream))
                .toList();
    }

    private String english(Remark remark) {
        return texts.of(remark, Locale.ENGLISH);
    }
}
