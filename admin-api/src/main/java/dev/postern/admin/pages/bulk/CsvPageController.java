package dev.postern.admin.pages.bulk;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.bulk.CsvAnswer;
import dev.postern.admin.bulk.ExportAccounts;
import dev.postern.admin.bulk.ImportAliases;
import dev.postern.admin.bulk.ImportMailboxes;
import dev.postern.admin.bulk.ImportReport;
import dev.postern.admin.bulk.Utf8;
import dev.postern.admin.pages.ListPlace;
import dev.postern.admin.pages.Sentences;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;

/**
 * Accounts from a CSV file: chosen or pasted, looked through first, then made. What is wrong is told line by line, and the text
 * stays in its field, where it can be mended.
 */
@AllowedFor(Audience.ADMINISTRATORS)
@Controller
class CsvPageController {

    private static final String PAGE = "bulk/import";
    private static final int MOST_IN_THE_PAGE = 16_000;
    private static final String MAILBOXES = "mailboxes";
    private static final String ALIASES = "aliases";

    private final ImportMailboxes importMailboxes;
    private final ImportAliases importAliases;
    private final ExportAccounts export;
    private final Sentences sentences;

    CsvPageController(
            ImportMailboxes importMailboxes, ImportAliases importAliases, ExportAccounts export, Sentences sentences) {
        this.importMailboxes = importMailboxes;
        this.importAliases = importAliases;
        this.export = export;
        this.sentences = sentences;
    }

    @GetMapping("/mailboxes/import")
    String askForMailboxes(Model model) {
        return show(MAILBOXES, "", model);
    }

    @GetMapping("/aliases/import")
    String askForAliases(Model model) {
        return show(ALIASES, "", model);
    }

    @PostMapping(path = "/mailboxes/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String takeMailboxes(@ModelAttribute Sent sent, Model model, HttpServletResponse response) throws IOException {
        return take(MAILBOXES, sent, sent.keep ? importMailboxes::apply : importMailboxes::preview, model, response);
    }

    @PostMapping(path = "/aliases/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String takeAliases(@ModelAttribute Sent sent, Model model, HttpServletResponse response) throws IOException {
        return take(ALIASES, sent, sent.keep ? importAliases::apply : importAliases::preview, model, response);
    }

    private String take(
            String kind, Sent sent, Function<String, ImportReport> deed, Model model, HttpServletResponse response)
            throws IOException {
        try {
            var csv = sent.csv();
            var report = deed.apply(csv);
            model.addAttribute("report", report);
            model.addAttribute("sentences", sentences);
            if (report.problemCount() > 0) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
            // What is too much for a form to send has to be chosen again.
            return show(kind, report.imported() || csv.length() > MOST_IN_THE_PAGE ? "" : csv, model);
        } catch (IllegalArgumentException unreadable) {
            model.addAttribute("unreadable", sentences.say(String.valueOf(unreadable.getMessage())));
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(kind, "", model);
        }
    }

    /**
     * What the form sends.
     *
     * @param text counts unless a file was chosen
     * @param keep whether the accounts are to be made, and not only looked at
     */
    record Sent(@Nullable String text, @Nullable MultipartFile file, boolean keep) {

        String csv() throws IOException {
            return file == null || file.isEmpty() ? (text == null ? "" : text) : Utf8.decode(file.getBytes());
        }
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping("/mailboxes/export")
    void exportMailboxes(@ModelAttribute("place") ListPlace place, HttpServletResponse response) throws IOException {
        export.mailboxes(place.filter(), () -> CsvAnswer.to(response, "mailboxes.csv"));
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping("/aliases/export")
    void exportAliases(@ModelAttribute("place") ListPlace place, HttpServletResponse response) throws IOException {
        export.aliases(place.filter(), () -> CsvAnswer.to(response, "aliases.csv"));
    }

    private static String show(String kind, String text, Model model) {
        model.addAttribute("kind", kind);
        model.addAttribute("text", text);
        return PAGE;
    }
}
