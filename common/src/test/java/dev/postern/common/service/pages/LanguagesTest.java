package dev.postern.common.service.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.common.service.sample.SampleService;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest(
        classes = SampleService.class,
        properties = {"postern.languages=en,ja", "spring.datasource.url=jdbc:h2:mem:languages"})
@AutoConfigureMockMvc
class LanguagesTest {

    @Autowired
    MockMvcTester browser;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ja                    | ja | ログイン
                    ja-JP,en;q=0.5        | ja | ログイン
                    en-GB,ja;q=0.9        | en | Sign in
                    de,fr;q=0.5           | en | Sign in
                    ;;no language at all  | en | Sign in
                    """)
    void speaksTheLanguageThatTheBrowserAsksFor(String asked, String language, String text) {
        assertThat(browser.get().uri("/login").header("Accept-Language", asked))
                .bodyText()
                .contains("<html lang=\"%s\"".formatted(language), text);
    }

    @Test
    void remembersAnotherLanguageThatTheReaderChooses() {
        var chosen = choose("ja", "/mailboxes?q=a");

        assertThat(chosen).hasRedirectedUrl("/mailboxes?q=a");
        var cookie = Objects.requireNonNull(chosen.getMvcResult().getResponse().getCookie("__Host-postern-language"));
        assertThat(cookie.getSecure()).isTrue();
        assertThat(browser.get().uri("/login").cookie(cookie).header("Accept-Language", "en"))
                .bodyText()
                .contains("<html lang=\"ja\"", "lang=\"en\">English</button>");
    }

    @Test
    void doesNotCareForALanguageItDoesNotSpeak() {
        assertThat(choose("fr", "/")).hasRedirectedUrl("/").doesNotContainHeader("Set-Cookie");
        assertThat(browser.get().uri("/login").cookie(new Cookie("__Host-postern-language", "\"><script>")))
                .bodyText()
                .contains("<html lang=\"en\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "/\\evil.example", "https://evil.example", "\\/evil.example", "/a\r\nX: y", ""
            })
    void leadsNobodyAway(String back) {
        assertThat(choose("ja", back)).hasRedirectedUrl("/");
    }

    private MvcTestResult choose(String language, String back) {
        return browser.post()
                .uri("/language")
                .param("to", language)
                .param("back", back)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .exchange();
    }
}
