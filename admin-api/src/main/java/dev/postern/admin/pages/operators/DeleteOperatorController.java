package dev.postern.admin.pages.operators;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.operators.DeleteOperator;
import dev.postern.admin.operators.Operators;
import dev.postern.admin.operators.Username;
import dev.postern.admin.pages.Confirmation;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deletes an operator, once his user name was typed. */
@AllowedFor(Audience.OWNERS)
@Controller
@RequestMapping("/operators/{username}/delete")
class DeleteOperatorController {

    private static final String PAGE = "operators/delete";

    private final Operators operators;
    private final DeleteOperator deleteOperator;
    private final Sentences sentences;

    DeleteOperatorController(Operators operators, DeleteOperator deleteOperator, Sentences sentences) {
        this.operators = operators;
        this.deleteOperator = deleteOperator;
        this.sentences = sentences;
    }

    @GetMapping
    String ask(@PathVariable String username, Model model) {
        var operator = NoSuchPage.unless(operators.find(NoSuchPage.parse(username, Username::parse)));
        model.addAttribute("form", new Confirmation("", operator.version()));
        model.addAttribute("operator", operator);
        return PAGE;
    }

    @PostMapping
    String delete(
            @PathVariable String username,
            @ModelAttribute("form") Confirmation form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var name = NoSuchPage.parse(username, Username::parse);
        var submission = new Submission(errors, sentences);
        form.read(submission, name, Username::parse);
        var deleted = submission.submit(() -> deleteOperator.apply(name, Optional.ofNullable(form.version())));
        if (deleted.isEmpty()) {
            model.addAttribute("late", submission.present().isPresent());
            model.addAttribute("operator", NoSuchPage.unless(operators.find(name)));
            submission.mark(response);
            return PAGE;
        }
        Notice.on(next, "operators.deleted", name);
        return "redirect:/operators";
    }
}
