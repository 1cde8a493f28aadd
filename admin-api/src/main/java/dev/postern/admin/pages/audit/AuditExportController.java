package dev.postern.admin.pages.audit;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.audit.AuditSearch;
import dev.postern.admin.audit.ExportAudit;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the list shows, and all that follows it, as a file. */
@AllowedFor(Audience.OPERATORS)
@Controller
@RequestMapping("/audit")
class AuditExportController {

    private final ExportAudit export;
    private final Access access;
    private final Sentences sentences;

    AuditExportController(ExportAudit export, Access access, Sentences sentences) {
        this.export = export;
        this.access = access;
        this.sentences = sentences;
    }

    @GetMapping("/export.csv")
    void table(@ModelAttribute("form") AuditFilter form, BindingResult errors, HttpServletResponse response)
            throws IOException {
        var search = understood(form, errors);
        var scope = access.scope();
        as(response, "text/csv; charset=utf-8", "audit.csv");
        export.asTable(search, scope, response.getOutputStream());
    }

    @GetMapping("/export.json")
    void lines(@ModelAttribute("form") AuditFilter form, BindingResult errors, HttpServletResponse response)
            throws IOException {
        var search = understood(form, errors);
        var scope = access.scope();
        as(response, "application/x-ndjson", "audit.ndjson");
        export.asLines(search, scope, response.getOutputStream());
    }

    /** The links of the list never lead here with anything else. */
    private AuditSearch understood(AuditFilter form, BindingResult errors) {
        var search = form.read(new Submission(errors, sentences));
        return NoSuchPage.unless(Optional.of(search).filter(_ -> !errors.hasErrors()));
    }

    private static void as(HttpServletResponse response, String type, String file) {
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file));
    }
}
