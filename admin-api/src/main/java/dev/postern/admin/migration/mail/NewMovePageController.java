package dev.postern.admin.migration.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import dev.postern.admin.web.InvalidRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has the mail of one account come, or of many by a CSV file. */
@AllowedFor(Audience.OWNERS)
@Controller
@RequestMapping("/migrations/mail/new")
class NewMovePageController {

    private static final String PAGE = "migrations/new";

    private final StartMoves startMoves;
    private final Sentences sentences;

    NewMovePageController(StartMoves startMoves, Sentences sentences) {
        this.startMoves = startMoves;
        this.sentences = sentences;
    }

    @GetMapping
    String ask(Model model) {
        return page(model);
    }

    @PostMapping
    String start(
            @ModelAttribute("form") MoveForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var submission = new Submission(errors, sentences);
        var wanted = form.read(submission);
        var started = submission.submit(() -> startMoves.apply(List.of(wanted.orElseThrow())));
        if (started.isEmpty()) {
            submission.mark(response);
            return page(model);
        }
        Notice.on(next, "migrations.started", started.get().getFirst().mailbox());
        return "redirect:/migrations/mail/" + started.get().getFirst().id();
    }

    @PostMapping("/csv")
    String startMany(
            @ModelAttribute("csv") CsvForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next)
            throws IOException {
        var submission = new Submission(errors, sentences);
        var wanted = form.read(submission);
        var started = submission.submit(() -> startMoves.apply(wanted.orElseThrow()));
        if (started.isEmpty()) {
            submission.mark(response);
            return page(model);
        }
        Notice.on(next, "migrations.startedMany", started.get().size());
        return "redirect:/migrations";
    }

    private static String page(Model model) {
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", MoveForm.empty());
        }
        if (!model.containsAttribute("csv")) {
            model.addAttribute("csv", new CsvForm(null));
        }
        model.addAttribute(
                "securities",
                Arrays.stream(Security.values()).map(Security::text).toList());
        return PAGE;
    }

    /** A file with many. */
    record CsvForm(@Nullable MultipartFile file) {

        Optional<List<NewMove>> read(Submission submission) throws IOException {
            var text = file == null ? "" : new String(file.getBytes(), UTF_8);
            try {
                return Optional.of(MoveCsv.parse(text));
            } catch (InvalidRequest invalid) {
                submission.tell("file", invalid.told());
                return Optional.empty();
            }
        }
    }
}
