package dev.postern.common.service.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** The contrast that WCAG 2.2 AA asks for: 4.5 for text, 3 for the outline of a field and the lines of a chart. */
class StyleSheetTest {

    private static final int LIGHT = 0;
    private static final int DARK = 1;

    @ParameterizedTest
    @CsvSource({
        "text, page, 4.5",
        "text, surface, 4.5",
        "text, accent-soft, 4.5",
        "muted, page, 4.5",
        "muted, surface, 4.5",
        "muted, accent-soft, 4.5",
        "accent, page, 4.5",
        "accent, surface, 4.5",
        "accent, accent-soft, 4.5",
        "on-accent, accent, 4.5",
        "ok, ok-soft, 4.5",
        "warn, warn-soft, 4.5",
        "bad, bad-soft, 4.5",
        "bad, surface, 4.5",
        "idle, idle-soft, 4.5",
        "field, surface, 3",
        "chart-1, surface, 3",
        "chart-2, surface, 3",
        "chart-3, surface, 3",
        "chart-4, surface, 3"
    })
    void canBeReadInBothSchemes(String foreground, String background, double least) throws IOException {
        assertThat(contrast(colours(LIGHT), foreground, background)).isGreaterThanOrEqualTo(least);
        assertThat(contrast(colours(DARK), foreground, background)).isGreaterThanOrEqualTo(least);
    }

    private static Map<String, String> colours(int scheme) throws IOException {
        var css = new ClassPathResource("static/postern/postern.css").getContentAsString(UTF_8);
        var block = matches(":root \\{(.*?)}", css).get(scheme).group(1);
        return matches("--([a-z0-9-]+): #([0-9a-f]{6});", block).stream()
                .collect(Collectors.toMap(match -> match.group(1), match -> match.group(2)));
    }

    private static List<MatchResult> matches(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(text).results().toList();
    }

    private static double contrast(Map<String, String> colours, String one, String other) {
        double first = luminance(colours.getOrDefault(one, ""));
        double second = luminance(colours.getOrDefault(other, ""));
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 0) + 0.7152 * channel(colour, 2) + 0.0722 * channel(colour, 4);
    }

    private static double channel(String colour, int position) {
        double value = Integer.parseInt(colour.substring(position, position + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
