package dev.postern.admin.authorisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** No page writes what comes from outside without escaping it. */
class TemplatesTest {

    /** Unescaped text may come from the message bundles, with nothing in it that a page was given. */
    private static final Pattern UNESCAPED = Pattern.compile(
            "th:utext=\"(?!#\\{)[^\"]*\"|th:utext=\"#\\{[^\"]*\\$\\{[^\"]*\"|\\[\\(|th:inline=|\\son[a-z]+=|javascript:");

    @Test
    void escapesWhatItIsGiven() throws IOException {
        var templates = new PathMatchingResourcePatternResolver().getResources("classpath*:templates/**/*.html");

        assertThat(templates)
                .hasSizeGreaterThan(3)
                .allSatisfy(template -> assertThat(UNESCAPED
                                .matcher(template.getContentAsString(StandardCharsets.UTF_8))
                                .results()
                                .map(result -> result.group()))
                        .as(String.valueOf(template.getFilename()))
                        .isEmpty());
    }
}
