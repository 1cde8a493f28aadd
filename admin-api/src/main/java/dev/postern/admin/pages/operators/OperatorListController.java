package dev.postern.admin.pages.operators;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.operators.CreateOperator;
import dev.postern.admin.operators.Operators;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Paging;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import dev.postern.admin.passwords.Password;
import dev.postern.admin.signin.RequireSecondFactor;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who runs the platform. The form that lets somebody else in is on the same page: no path is left that a name could be. */
@AllowedFor(Audience.OWNERS)
@Controller
class OperatorListController {

    private static final String PAGE = "/operators";

    private final Operators operators;
    private final OperatorRows rows;
    private final CreateOperator createOperator;
    private final RequireSecondFactor requireSecondFactor;
    private final Sentences sentences;

    OperatorListController(
            Operators operators,
            OperatorRows rows,
            CreateOperator createOperator,
            RequireSecondFactor requireSecondFactor,
            Sentences sentences) {
        this.operators = operators;
        this.rows = rows;
        this.createOperator = createOperator;
        this.requireSecondFactor = requireSecondFactor;
        this.sentences = sentences;
    }

    @AllowedFor(Audience.OVERSEERS)
    @GetMapping(PAGE)
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("operators", operators.list(Paging.request(page)).map(rows::of));
        model.addAttribute("secondFactorRequired", requireSecondFactor.isRequired());
        model.addAttribute("roles", Roles.ALL);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", NewOperatorForm.EMPTY);
        }
        return "operators/list";
    }

    @PostMapping(PAGE)
    String create(
            @ModelAttribute("form") NewOperatorForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var submission = new Submission(errors, sentences);
        var wanted = form.read(submission);
        var made = submission.submit(() -> createOperator.apply(wanted.orElseThrow()));
        if (made.isEmpty()) {
            submission.mark(response);
            return list(1, model);
        }
        var username = made.get().operator().username();
        made.get().generated().map(Password::text).ifPresent(text -> next.addFlashAttribute("password", text));
        Notice.on(next, "operators.created", username);
        return "redirect:/operators/" + username;
    }

    /** @param required whether a password alone is not enough for anybody */
    @PostMapping("/sign-in-policy")
    String require(@RequestParam(defaultValue = "false") boolean required, RedirectAttributes next) {
        requireSecondFactor.apply(required);
        Notice.on(next, required ? "operators.policy.on" : "operators.policy.off");
        return "redirect:" + PAGE;
    }
}
