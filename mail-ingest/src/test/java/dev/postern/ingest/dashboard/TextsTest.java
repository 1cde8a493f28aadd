package dev.postern.ingest.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.ingest.delivery.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

class TextsTest {

    private static final Pattern TEXT_IN_TEMPLATE = Pattern.compile("#\\{([a-zA-Z0-9.]+)");
    private static final Pattern REPLACED_UNDER_A_CONDITION =
            Pattern.compile("<[^>]*th:(if|unless)=[^<]*th:replace=|<[^>]*th:replace=[^<]*th:(if|unless)=");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");

    private final Properties texts = texts();

    @ParameterizedTest
    @EnumSource
    void everyReasonIsSaidInPlainWordsAndWithWhatToDo(Reason reason) {
        assertThat(texts).containsKeys("reason." + reason.tag(), "reason." + reason.tag() + ".help");
    }

    @ParameterizedTest
    @EnumSource
    void everyOutcomeHasAName(Outcome outcome) {
        assertThat(texts).containsKey("outcome." + outcome.tag());
    }

    @ParameterizedTest
    @EnumSource
    void everyRangeHasAName(TimeRange range) {
        assertThat(texts)
                .containsKeys("range." + range.tag(), "step." + range.tag(), "chart.messages.unit." + range.tag());
    }

    /** Those without a signature fault's text of their own: see the calls of {@code Ledger.reject}. */
    @ParameterizedTest
    @ValueSource(strings = {"address", "broken", "malformed", "too_slow", "too_many_signatures"})
    void everyOtherRejectionIsSaidInPlainWords(String reason) {
        assertThat(texts).containsKey("rejection." + reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dashboard", "mail", "queue", "receipts", "receipt", "sent", "sent-message", "suppressions"})
    void everyTextThatATemplateNamesIsThere(String template) {
        var names = TEXT_IN_TEMPLATE
                .matcher(content("templates/" + template + ".html"))
                .results()
                .map(match -> match.group(1));

        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(texts).containsKey(name));
    }

    /** An element that is replaced is so whatever its condition says (Thymeleaf's order of precedence). */
    @ParameterizedTest
    @ValueSource(
            strings = {"dashboard", "mail", "queue", "receipts", "receipt", "sent", "sent-message", "suppressions"})
    void noElementIsReplacedUnderACondition(String template) {
        assertThat(content("templates/" + template + ".html")).doesNotContainPattern(REPLACED_UNDER_A_CONDITION);
    }

    /** Written once it would begin a quotation, and be gone. */
    @Test
    void everyApostropheIsWrittenTwice() {
        assertThat(texts.values())
                .noneMatch(text -> LONE_APOSTROPHE.matcher(String.valueOf(text)).find());
    }

    private static Properties texts() {
        try {
            var texts = new Properties();
            for (var file : new String[] {"messages.properties", "postern/messages.properties"}) {
                texts.load(new ClassPathResource(file).getInputStream());
            }
            return texts;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static String content(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
