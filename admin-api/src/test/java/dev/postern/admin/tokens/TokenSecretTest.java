package dev.postern.admin.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TokenSecretTest {

    @Test
    void isFoundByItsShapeAndChecksum() {
        var secret = TokenSecret.generate();

        assertThat(secret.text()).matches("pst_[0-9A-Za-z]{36}");
        assertThat(secret.isWellFormed()).isTrue();
        assertThat(TokenSecret.generate()).isNotEqualTo(secret);
    }

    @Test
    void showsItselfToNobodyUnasked() {
        assertThat(TokenSecret.generate()).hasToString("pst_…");
    }

    @Property(tries = 200)
    void noticesEveryCharacterThatWasChanged(
            @ForAll @IntRange(min = 4, max = 39) int place,
            @ForAll @CharRange(from = 'a', to = 'z') @CharRange(from = '0', to = '9') char other) {
        var text = TokenSecret.generate().text();
        var changed = new StringBuilder(text);
        changed.setCharAt(place, other);

        assertThat(new TokenSecret(changed.toString()).isWellFormed())
                .isEqualTo(changed.toString().equals(text));
    }

    @Property(tries = 200)
    void takesNothingElseForAToken(@ForAll String text) {
        assertThat(new TokenSecret(text).isWellFormed()).isFalse();
        assertThat(new TokenSecret("pst_" + text).isWellFormed()).isFalse();
    }
}
