package dev.postern.common.service.pages;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The languages a service's pages are written in: the one the reader chose before, else the one his browser asks for. */
final class Languages implements LocaleResolver {

    private static final String COOKIE = "__Host-postern-language";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final List<Locale> all;

    /** The first one is for readers who know none of them. */
    Languages(List<Locale> all) {
        this.all = List.copyOf(all);
    }

    List<Locale> all() {
        return all;
    }

    Optional<Locale> parse(String tag) {
        return all.stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst();
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .flatMap(cookie -> parse(String.valueOf(cookie.getValue())))
                .or(() -> askedFor(request.getHeader("Accept-Language")))
                .orElseGet(all::getFirst);
    }

    private Optional<Locale> askedFor(@Nullable String header) {
        try {
            return Optional.ofNullable(header).map(LanguageRange::parse).map(ranges -> Locale.lookup(ranges, all));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public void setLocale(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale language) {
        if (response == null || language == null) {
            return;
        }
        var cookie = new Cookie(COOKIE, language.toLanguageTag());
        cookie.setPath("/");
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(Math.toIntExact(REMEMBERED.toSeconds()));
        response.addCookie(cookie);
    }
}
