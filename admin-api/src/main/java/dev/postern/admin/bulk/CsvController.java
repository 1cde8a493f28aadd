package dev.postern.admin.bulk;

import dev.postern.admin.access.About;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.web.Field;
import dev.postern.admin.web.Finding;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@AllowedFor(Audience.ADMINISTRATORS)
@About(Area.ACCOUNTS)
@RestController
@RequestMapping("/api/v1")
@Tag(name = "CSV", description = "Accounts from and into files that spreadsheets read")
class CsvController {

    private static final String CSV = "text/csv";
    private static final String ALL_OR_NOTHING =
            " The first line names the columns. All lines are taken, or none: then the"
                    + " refusal's `lines` tell what is wrong with which.";

    private final ImportMailboxes importMailboxes;
    private final ImportAliases importAliases;
    private final ExportAccounts export;

    CsvController(ImportMailboxes importMailboxes, ImportAliases importAliases, ExportAccounts export) {
        this.importMailboxes = importMailboxes;
        this.importAliases = importAliases;
        this.export = export;
    }

    @PostMapping(path = "/mailboxes/import", consumes = CSV)
    @Operation(
            operationId = "importMailboxes",
            summary = "Make the mailboxes of a CSV file, or see what would come of it",
            description = "Columns: `address`; and, where wanted, `displayName`, `note`, `quotaBytes`, `enabled`,"
                    + " `password`: readable, or a hash as Dovecot writes it (`{ARGON2ID}$argon2id$…`); left empty, one is"
                    + " made." + ALL_OR_NOTHING)
    ImportResource importMailboxes(
            @Parameter(description = "`true` changes nothing, and only says what would come of it")
                    @RequestParam(defaultValue = "true")
                    boolean dryRun,
            @RequestBody byte[] file) {
        var text = Field.of("file", file).required(Utf8::decode);
        return dryRun
                ? ImportResource.of(importMailboxes.preview(text))
                : ImportResource.unlessRefused(importMailboxes.apply(text));
    }

    @PostMapping(path = "/aliases/import", consumes = CSV)
    @Operation(
            operationId = "importAliases",
            summary = "Make the aliases of a CSV file, or see what would come of it",
            description =
                    "Columns: `address`, `targets` (with blanks between them); and, where wanted, `note`, `enabled`,"
                            + " `expiresAt`." + ALL_OR_NOTHING)
    ImportResource importAliases(
            @Parameter(description = "`true` changes nothing, and only says what would come of it")
                    @RequestParam(defaultValue = "true")
                    boolean dryRun,
            @RequestBody byte[] file) {
        var text = Field.of("file", file).required(Utf8::decode);
        return dryRun
                ? ImportResource.of(importAliases.preview(text))
                : ImportResource.unlessRefused(importAliases.apply(text));
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping("/mailboxes/export")
    @Operation(
            operationId = "exportMailboxes",
            summary = "All mailboxes that a search finds, as CSV",
            description = "A field that a spreadsheet would take for a formula has an apostrophe before it.")
    void exportMailboxes(@ParameterObject Finding finding, HttpServletResponse response) throws IOException {
        export.mailboxes(finding.filter(), () -> CsvAnswer.to(response, "mailboxes.csv"));
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping("/aliases/export")
    @Operation(
            operationId = "exportAliases",
            summary = "All aliases that a search finds, as CSV",
            description = "A field that a spreadsheet would take for a formula has an apostrophe before it.")
    void exportAliases(@ParameterObject Finding finding, HttpServletResponse response) throws IOException {
        export.aliases(finding.filter(), () -> CsvAnswer.to(response, "aliases.csv"));
    }
}
