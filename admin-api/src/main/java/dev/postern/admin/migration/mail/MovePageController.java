package dev.postern.admin.migration.mail;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.outcome.Refusal;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Paging;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.passwords.Password;
import dev.postern.common.mail.MessageSize;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What moves in and how far it is; and one of these moves by itself. */
@AllowedFor(Audience.OWNERS)
@Controller
@RequestMapping("/migrations")
class MovePageController {

    private final MailMoves moves;
    private final ChangeMove changeMove;
    private final MoveTexts texts;
    private final Sentences sentences;

    MovePageController(MailMoves moves, ChangeMove changeMove, MoveTexts texts, Sentences sentences) {
        this.moves = moves;
        this.changeMove = changeMove;
        this.texts = texts;
        this.sentences = sentences;
    }

    @GetMapping
    String overview(@RequestParam(defaultValue = "1") int page, Model model, Locale locale) {
        list(page, model, locale);
        return "migrations/overview";
    }

    /** The part of it that changes by itself. */
    @GetMapping("/live")
    String live(@RequestParam(defaultValue = "1") int page, Model model, Locale locale) {
        list(page, model, locale);
        return "migrations/overview :: moves";
    }

    private void list(int page, Model model, Locale locale) {
        var found = moves.list(Optional.empty(), Paging.request(page)).map(move -> MoveRow.of(move, texts, locale));
        model.addAttribute("moves", found);
        model.addAttribute(
                "live",
                found.items().stream().anyMatch(row -> !row.move().state().isOver()));
    }

    @GetMapping("/mail/{id}")
    String one(@PathVariable long id, Model model, Locale locale) {
        show(id, model, locale);
        return "migrations/move";
    }

    @GetMapping("/mail/{id}/live")
    String liveOne(@PathVariable long id, Model model, Locale locale) {
        show(id, model, locale);
        return "migrations/move :: progress";
    }

    private void show(long id, Model model, Locale locale) {
        var move = NoSuchPage.unless(moves.find(id));
        model.addAttribute("row", MoveRow.of(move, texts, locale));
        model.addAttribute(
                "folders",
                moves.foldersOf(id).stream().map(MailMoveResource.Folder::of).toList());
        model.addAttribute("live", !move.state().isOver());
    }

    @PostMapping("/mail/{id}/cancel")
    String cancel(
            @PathVariable long id, Model model, Locale locale, HttpServletResponse response, RedirectAttributes next) {
        return after(id, changeMove.cancel(id), "migrations.cancelled", model, locale, response, next);
    }

    @PostMapping("/mail/{id}/retry")
    String retry(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String password,
            @RequestParam(defaultValue = "false") boolean fromTheBeginning,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        var given =
                Optional.ofNullable(password).filter(text -> !text.isEmpty()).map(Password::new);
        var outcome = tooLong(given)
                ? Outcome.<MailMove>refused(new Refusal.Unfit(
                        "password", "A password has between 1 and 255 characters, none of them invisible."))
                : changeMove.again(id, given, fromTheBeginning);
        return after(id, outcome, "migrations.retried", model, locale, response, next);
    }

    private static boolean tooLong(Optional<Password> password) {
        try {
            password.ifPresent(MoveFields::checked);
            return false;
        } catch (IllegalArgumentException unfit) {
            return true;
        }
    }

    @PostMapping("/mail/{id}/forget")
    String forget(
            @PathVariable long id, Model model, Locale locale, HttpServletResponse response, RedirectAttributes next) {
        var outcome = changeMove.forget(id);
        if (outcome instanceof Outcome.Done<MailMove>) {
            Notice.on(next, "migrations.forgotten");
            return "redirect:/migrations";
        }
        return after(id, outcome, "migrations.forgotten", model, locale, response, next);
    }

    private String after(
            long id,
            Outcome<MailMove> outcome,
            String notice,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (outcome instanceof Outcome.Refused<MailMove>(var refusal)) {
            show(id, model, locale);
            model.addAttribute("problem", sentences.say(refusal.detail()));
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return "migrations/move";
        }
        Notice.on(next, notice);
        return "redirect:/migrations/mail/" + id;
    }

    /** A move as a page shows it. */
    record MoveRow(MailMove move, @Nullable String problem, String size) {

        static MoveRow of(MailMove move, MoveTexts texts, Locale locale) {
            return new MoveRow(
                    move,
                    texts.problemOf(move, locale).orElse(null),
                    new MessageSize(move.progress().bytes()).humanReadable());
        }
    }
}
