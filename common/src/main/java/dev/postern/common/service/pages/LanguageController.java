package dev.postern.common.service.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Remembers the language that a reader chooses, and leads back to where he was. */
@Controller
final class LanguageController {

    static final String PATH = "/language";

    /** A place on this service and nowhere else: browsers take two slashes, or a backslash, for another host. */
    private static final Pattern HERE = Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\]]*");

    private final Languages languages;

    LanguageController(Languages languages) {
        this.languages = languages;
    }

    @PostMapping(PATH)
    String choose(
            @RequestParam String to,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        languages.parse(to).ifPresent(language -> languages.setLocale(request, response, language));
        return "redirect:" + (HERE.matcher(back).matches() ? back : "/");
    }
}
