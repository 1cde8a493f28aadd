package dev.postern.admin.webhooks;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Paging;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import jakarta.servlet.http.HttpServletResponse;
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

/** One receiver, what it wants to hear of, and what it was told. */
@AllowedFor(Audience.OWNERS)
@Controller
@RequestMapping("/webhooks/{id}")
class WebhookPageController {

    private static final String PAGE = "webhooks/one";

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final ChangeWebhooks changeWebhooks;
    private final Sentences sentences;

    WebhookPageController(
            Webhooks webhooks, Deliveries deliveries, ChangeWebhooks changeWebhooks, Sentences sentences) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.changeWebhooks = changeWebhooks;
        this.sentences = sentences;
    }

    @GetMapping
    String show(@PathVariable long id, @RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("form", WebhookForm.of(found(id).settings()));
        return page(id, page, model);
    }

    @PostMapping
    String change(
            @PathVariable long id,
            @ModelAttribute("form") WebhookForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        found(id);
        var submission = new Submission(errors, sentences);
        var wanted = form.read(submission);
        if (submission
                .submit(() -> changeWebhooks.change(id, _ -> wanted.orElseThrow()))
                .isEmpty()) {
            submission.mark(response);
            return page(id, 1, model);
        }
        Notice.on(next, "webhooks.changed");
        return "redirect:/webhooks/" + id;
    }

    @PostMapping("/secret")
    String renewSecret(@PathVariable long id, RedirectAttributes next) {
        found(id);
        if (changeWebhooks.renewSecret(id) instanceof Outcome.Done<Webhook.Made>(var made)) {
            next.addFlashAttribute("secret", made.secret().text());
            Notice.on(next, "webhooks.renewed");
        }
        return "redirect:/webhooks/" + id;
    }

    @PostMapping("/delete")
    String delete(@PathVariable long id, RedirectAttributes next) {
        found(id);
        changeWebhooks.remove(id);
        Notice.on(next, "webhooks.deleted");
        return "redirect:/webhooks";
    }

    @PostMapping("/deliveries/{delivery}/retry")
    String retry(
            @PathVariable long id,
            @PathVariable long delivery,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        NoSuchPage.unless(deliveries.find(id, delivery));
        if (changeWebhooks.tellAgain(id, delivery) instanceof Outcome.Refused<Delivery>(var refusal)) {
            model.addAttribute("problem", sentences.say(refusal.detail()));
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(id, 1, model);
        }
        Notice.on(next, "webhooks.again");
        return "redirect:/webhooks/" + id;
    }

    private String page(long id, int page, Model model) {
        model.addAttribute("webhook", found(id));
        model.addAttribute("deliveries", deliveries.list(id, Paging.request(page)));
        return PAGE;
    }

    private Webhook found(long id) {
        return NoSuchPage.unless(webhooks.find(id));
    }
}
