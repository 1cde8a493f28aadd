package dev.postern.admin.pages.tokens;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.access.Grant;
import dev.postern.admin.access.Role;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Paging;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import dev.postern.admin.tokens.CreateToken;
import dev.postern.admin.tokens.ReadTokens;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tokens there are. The form that makes one is on the same page: no path is left that a name could be. */
@AllowedFor(Audience.ADMINISTRATORS)
@Controller
class TokenListController {

    private static final String PAGE = "/tokens";
    private static final List<String> SCOPES =
            Arrays.stream(Grant.values()).map(Grant::text).toList();
    private static final List<String> ROLES = Stream.concat(
                    Stream.of(""), Arrays.stream(Role.values()).map(Role::text))
            .toList();

    private final ReadTokens tokens;
    private final CreateToken createToken;
    private final InstantSource clock;
    private final Sentences sentences;

    TokenListController(ReadTokens tokens, CreateToken createToken, InstantSource clock, Sentences sentences) {
        this.tokens = tokens;
        this.createToken = createToken;
        this.clock = clock;
        this.sentences = sentences;
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping(PAGE)
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("tokens", tokens.list(Paging.request(page)));
        model.addAttribute("now", clock.instant());
        model.addAttribute("scopes", SCOPES);
        model.addAttribute("roles", ROLES);
        if (!model.containsAttribute("form")) {
            model.addAttribute("form", NewTokenForm.EMPTY);
        }
        return "tokens/list";
    }

    @PostMapping(PAGE)
    String create(
            @ModelAttribute("form") NewTokenForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var submission = new Submission(errors, sentences);
        var wanted = form.read(submission);
        var made = submission.submit(() -> createToken.apply(wanted.orElseThrow()));
        if (made.isEmpty()) {
            submission.mark(response);
            return list(1, model);
        }
        var name = made.get().token().name();
        next.addFlashAttribute("secret", made.get().secret().text());
        Notice.on(next, "tokens.created", name);
        return "redirect:/tokens/" + name;
    }
}
