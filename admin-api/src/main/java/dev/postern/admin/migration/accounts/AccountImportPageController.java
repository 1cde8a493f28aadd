package dev.postern.admin.migration.accounts;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.migration.export.ExportFormat;
import dev.postern.admin.migration.export.ReadExport;
import dev.postern.admin.migration.export.Remark;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes over the accounts of another mail server: choose files, see what would come of them, do it. */
@AllowedFor(Audience.OWNERS)
@Controller
@RequestMapping("/migrations/accounts")
class AccountImportPageController {

    private static final String CHOOSE = "migrations/accounts";

    /** More than that nobody reads; the API tells all of them. */
    private static final int MOST_SHOWN = 500;

    private final ReadExport readExport;
    private final ImportAccounts importAccounts;
    private final StagedExports staged;
    private final RemarkTexts texts;
    private final Sentences sentences;
    private final Access access;

    AccountImportPageController(
            ReadExport readExport,
            ImportAccounts importAccounts,
            StagedExports staged,
            RemarkTexts texts,
            Sentences sentences,
            Access access) {
        this.readExport = readExport;
        this.importAccounts = importAccounts;
        this.staged = staged;
        this.texts = texts;
        this.sentences = sentences;
        this.access = access;
    }

    @GetMapping
    String choose(Model model) {
        model.addAttribute("form", AccountImportForm.empty());
        model.addAttribute("formats", AccountImportForm.formats());
        return CHOOSE;
    }

    @PostMapping
    String keep(
            @ModelAttribute("form") AccountImportForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response)
            throws IOException {
        var submission = new Submission(errors, sentences);
        var format = submission.required("format", ExportFormat::parse);
        var files = form.chosen();
        if (files.isEmpty()) {
            submission.tell("files", "Choose at least one file.");
        }
        if (errors.hasErrors()) {
            submission.mark(response);
            model.addAttribute("formats", AccountImportForm.formats());
            return CHOOSE;
        }
        var id = staged.keep(me(), new StagedExports.Staged(format.orElseThrow(), files));
        return "redirect:/migrations/accounts/" + id;
    }

    @GetMapping("/{id}")
    String preview(@PathVariable String id, Model model, Locale locale) throws IOException {
        show(id, model, locale);
        return "migrations/plan";
    }

    @PostMapping("/{id}")
    String take(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean leaveOut,
            Model model,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        var export = NoSuchPage.unless(staged.find(id, me()));
        var outcome = importAccounts.apply(readExport.apply(export.format(), export.files()), leaveOut);
        return switch (outcome) {
            case Outcome.Refused<ImportedAccounts>(var refusal) -> {
                model.addAttribute("problem", sentences.say(refusal.detail()));
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                show(id, model, locale);
                yield "migrations/plan";
            }
            // Shown here and not after a redirect: the new passwords are told this once.
            case Outcome.Done<ImportedAccounts>(var imported) -> {
                staged.forget(id);
                response.setHeader("Cache-Control", CacheControl.noStore().getHeaderValue());
                model.addAttribute("imported", imported);
                yield "migrations/imported";
            }
        };
    }

    @PostMapping("/{id}/discard")
    String discard(@PathVariable String id, RedirectAttributes next) {
        NoSuchPage.unless(staged.find(id, me()));
        staged.forget(id);
        Notice.on(next, "migrations.accounts.discarded");
        return "redirect:/migrations";
    }

    private void show(String id, Model model, Locale locale) throws IOException {
        var export = NoSuchPage.unless(staged.find(id, me()));
        var plan = importAccounts.preview(readExport.apply(export.format(), export.files()));
        model.addAttribute("id", id);
        model.addAttribute("plan", plan);
        model.addAttribute("remarks", shown(plan.remarks(), locale));
        model.addAttribute("most", MOST_SHOWN);
    }

    private List<Shown> shown(List<Remark> remarks, Locale locale) {
        return remarks.stream()
                .limit(MOST_SHOWN)
                .map(remark -> new Shown(
                        remark.code().severity().name().toLowerCase(Locale.ROOT),
                        remark.place().toString(),
                        remark.subject(),
                        texts.of(remark, locale)))
                .toList();
    }

    /** A remark as the page shows it. */
    record Shown(String severity, String place, String subject, String text) {}

    private String me() {
        return access.actor().name();
    }
}
