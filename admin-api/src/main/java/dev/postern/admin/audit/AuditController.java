package dev.postern.admin.audit;

import dev.postern.admin.access.About;
import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Area;
import dev.postern.admin.access.Audience;
import dev.postern.admin.listing.Page;
import dev.postern.admin.web.Field;
import dev.postern.admin.web.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/audit")
@AllowedFor(Audience.OPERATORS)
@About(Area.AUDIT)
@Tag(name = "Audit", description = "Who did what, when and from where")
class AuditController {

    private static final String LINES = "application/x-ndjson";

    private final AuditTrail trail;
    private final CheckAuditLog check;
    private final Access access;
    private final ExportAudit export;

    AuditController(AuditTrail trail, CheckAuditLog check, Access access, ExportAudit export) {
        this.trail = trail;
        this.check = check;
        this.access = access;
        this.export = export;
    }

    @GetMapping
    @Operation(operationId = "listAudit", summary = "List what was done, the latest first")
    Page<AuditResource> list(@ParameterObject Search search, @ParameterObject Listing listing) {
        return trail.find(search.parsed(), access.scope(), listing.toRequest()).map(AuditResource::of);
    }

    @GetMapping(path = "/export", produces = LINES)
    @Operation(
            operationId = "exportAudit",
            summary = "Everything that a search finds, in the order in which it was done",
            description = "One entry as JSON in each line")
    void export(@ParameterObject Search search, HttpServletResponse response) throws IOException {
        var wanted = search.parsed();
        response.setContentType(LINES);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.ndjson\"");
        export.asLines(wanted, access.scope(), response.getOutputStream());
    }

    @GetMapping("/check")
    @AllowedFor(Audience.OVERSEERS)
    @Operation(operationId = "checkAudit", summary = "Find out whether the log is as it was written")
    AuditResource.Verdict check() {
        return AuditResource.Verdict.of(check.apply());
    }

    /** The query parameters of a search. */
    record Search(
            @Parameter(description = "The whole name") @Nullable
            String actor,

            @Parameter(description = "The beginning", example = "mailbox.") @Nullable
            String action,

            @Parameter(description = "The beginning", example = "alice@example.org") @Nullable
            String subject,

            @Parameter(description = "The first moment", schema = @Schema(type = "string", format = "date-time"))
            @Nullable
            String from,

            @Parameter(
                    description = "The first moment that is too late",
                    schema = @Schema(type = "string", format = "date-time"))
            @Nullable
            String until) {

        AuditSearch parsed() {
            return new AuditSearch(
                    said(actor),
                    said(action),
                    said(subject),
                    Field.of("from", from).optional(Search::instant),
                    Field.of("until", until).optional(Search::instant));
        }

        private static Optional<String> said(@Nullable String text) {
            return Optional.ofNullable(text).filter(given -> !given.isBlank());
        }

        private static Instant instant(String text) {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException malformed) {
                throw new IllegalArgumentException(
                        "'%s' is no moment; write it like 2026-01-31T15:00:00Z.".formatted(text), malformed);
            }
        }
    }
}
