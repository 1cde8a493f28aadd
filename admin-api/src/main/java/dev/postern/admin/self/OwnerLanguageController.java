package dev.postern.admin.self;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Remembers the language that an owner chooses: his forms carry another token than the operators'. */
@AllowedFor(Audience.EVERYBODY)
@Controller
class OwnerLanguageController {

    private final LocaleResolver languages;
    private final List<Locale> known;

    OwnerLanguageController(LocaleResolver localeResolver, @Value("${postern.languages:en}") List<Locale> known) {
        this.languages = localeResolver;
        this.known = known;
    }

    @PostMapping("/self/language")
    String choose(
            @RequestParam String to,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        known.stream()
                .filter(language -> language.toLanguageTag().equals(to))
                .forEach(language -> languages.setLocale(request, response, language));
        return "redirect:" + OwnPlace.parse(back).path();
    }
}
