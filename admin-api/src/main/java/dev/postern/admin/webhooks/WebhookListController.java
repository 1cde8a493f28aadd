package dev.postern.admin.webhooks;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is told of changes; and one more. Its secret is shown once, on the page that follows. */
@AllowedFor(Audience.OWNERS)
@Controller
@RequestMapping("/webhooks")
class WebhookListController {

    private static final String FORM = "webhooks/new";

    private final Webhooks webhooks;
    private final ChangeWebhooks changeWebhooks;
    private final Sentences sentences;

    WebhookListController(Webhooks webhooks, ChangeWebhooks changeWebhooks, Sentences sentences) {
        this.webhooks = webhooks;
        this.changeWebhooks = changeWebhooks;
        this.sentences = sentences;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("webhooks", webhooks.all());
        return "webhooks/list";
    }

    @GetMapping("/new")
    String ask(Model model) {
        model.addAttribute("form", WebhookForm.empty());
        return FORM;
    }

    @PostMapping("/new")
    String create(
            @ModelAttribute("form") WebhookForm form,
            BindingResult errors,
            HttpServletResponse response,
            RedirectAttributes next) {
        var submission = new Submission(errors, sentences);
        var wanted = form.read(submission);
        var made = submission.submit(() -> changeWebhooks.add(wanted.orElseThrow()));
        if (made.isEmpty()) {
            submission.mark(response);
            return FORM;
        }
        next.addFlashAttribute("secret", made.get().secret().text());
        Notice.on(next, "webhooks.created");
        return "redirect:/webhooks/" + made.get().webhook().id();
    }
}
