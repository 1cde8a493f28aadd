package dev.postern.ingest.queue;

import dev.postern.ingest.database.DatabaseQuestions;
import dev.postern.ingest.queue.ChangeQueue.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of what waits. */
@Controller
@RequestMapping("/queue")
final class QueueController {

    private static final int LATEST = 20;

    private final PostfixQueue queue;
    private final ChangeQueue changeQueue;
    private final QueueActions actions;
    private final DatabaseQuestions questions;

    QueueController(PostfixQueue queue, ChangeQueue changeQueue, QueueActions actions, DatabaseQuestions questions) {
        this.queue = queue;
        this.changeQueue = changeQueue;
        this.actions = actions;
        this.questions = questions;
    }

    @GetMapping
    String show(Model model, HttpServletResponse response) {
        model.addAttribute("utc", ZoneOffset.UTC);
        model.addAttribute(
                "actions", questions.ask(() -> actions.latest(LATEST)).orElse(List.of()));
        try {
            model.addAttribute("messages", queue.list());
        } catch (QueueAway away) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            model.addAttribute("problem", away.getMessage());
        }
        return "queue";
    }

    @PostMapping("/{action}")
    String change(
            @PathVariable String action, @RequestParam String queueId, Principal operator, RedirectAttributes next) {
        var wanted = Action.ofTag(action).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        next.addFlashAttribute("about", queueId);
        try {
            switch (changeQueue.apply(wanted, queueId, operator.getName())) {
                case Outcome.Done() -> next.addFlashAttribute("done", wanted.tag());
                case Outcome.Gone() -> next.addFlashAttribute("gone", true);
                case Outcome.NotNoted() -> next.addFlashAttribute("notNoted", true);
                case Outcome.Failed(var words) -> next.addFlashAttribute("failed", words);
            }
        } catch (QueueAway away) {
            next.addFlashAttribute("failed", away.getMessage());
        }
        return "redirect:/queue";
    }
}
