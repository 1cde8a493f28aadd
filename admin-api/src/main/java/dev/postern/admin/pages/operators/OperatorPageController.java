package dev.postern.admin.pages.operators;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.operators.ChangeOperator;
import dev.postern.admin.operators.Operator;
import dev.postern.admin.operators.Username;
import dev.postern.admin.pages.Conflict;
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

/** The page of one operator. */
@AllowedFor(Audience.OWNERS)
@Controller
@RequestMapping("/operators/{username}")
class OperatorPageController {

    private final OperatorPage page;
    private final ChangeOperator changeOperator;
    private final Sentences sentences;

    OperatorPageController(OperatorPage page, ChangeOperator changeOperator, Sentences sentences) {
        this.page = page;
        this.changeOperator = changeOperator;
        this.sentences = sentences;
    }

    @AllowedFor(Audience.OVERSEERS)
    @GetMapping
    String show(@PathVariable String username, Model model) {
        return page.show(NoSuchPage.parse(username, Username::parse), model);
    }

    @PostMapping
    String change(
            @PathVariable String username,
            @ModelAttribute("generalForm") OperatorForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var name = NoSuchPage.parse(username, Username::parse);
        var submission = new Submission(errors, sentences);
        var change = form.read(submission);
        var changed = submission.submit(() -> changeOperator.apply(name, change, Optional.ofNullable(form.version())));
        Conflict.show(model, submission, "generalForm", form, Operator.class, OperatorForm::of);
        if (changed.isEmpty()) {
            submission.mark(response);
            return page.show(name, model);
        }
        Notice.on(next, "operators.changed", name);
        return "redirect:/operators/" + name;
    }
}
