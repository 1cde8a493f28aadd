package dev.postern.admin.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

    private static final String OWNER = "alice@example.org";

    @ParameterizedTest
    @ValueSource(strings = {"twelve chars", "nine green umbrellas", "пароль из слов", "傘が九本、緑色の、雨の日"})
    void acceptsAnythingLongEnough(String text) {
        assertThat(PasswordRule.complaint(new Password(text), OWNER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "eleven char, has 11 characters",
        "☂☂☂☂☂☂☂☂☂☂☂☂☂, repeats itself",
        "abababababab, repeats itself",
        "i am ALICE today, contains 'alice'",
        "alice@example.org, contains 'alice'"
    })
    void saysWhatIsWrong(String text, String complaint) {
        assertThat(PasswordRule.complaint(new Password(text), OWNER))
                .hasValueSatisfying(said -> assertThat(said).contains(complaint));
    }

    @Test
    void refusesWhatNobodyCanTypeOrStore() {
        assertThat(PasswordRule.complaint(new Password("nine green\tumbrellas"), OWNER))
                .hasValueSatisfying(said -> assertThat(said).contains("control character"));
        assertThat(PasswordRule.complaint(new Password("long enough ".repeat(11)), OWNER))
                .hasValueSatisfying(said -> assertThat(said).contains("at most 128"));
    }

    @Test
    void doesNotMindAShortNameInsideAWord() {
        assertThat(PasswordRule.complaint(new Password("seven lighthouses"), "al@example.org"))
                .isEmpty();
    }

    @Test
    void neverShowsAPasswordInText() {
        assertThat(new Password("nine green umbrellas").toString()).doesNotContain("umbrellas");
        assertThat(new PasswordHash("$argon2id$…").toString()).doesNotContain("argon2id");
    }

    @Test
    void acceptsWhatItGenerates() {
        assertThat(PasswordRule.complaint(new PasswordGenerator().generate(), OWNER))
                .isEmpty();
    }
}
