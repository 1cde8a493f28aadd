package dev.postern.admin.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FormulaTest {

    @Test
    void putsAnApostropheBeforeWhatASpreadsheetWouldCompute() {
        assertThat(Formula.guarded("=HYPERLINK(\"https://elsewhere.example\")")).startsWith("'=");
        assertThat(Formula.guarded("@example.org")).isEqualTo("'@example.org");
        assertThat(Formula.guarded("Alice")).isEqualTo("Alice");
        assertThat(Formula.guarded("O'Neill")).isEqualTo("O'Neill");
    }

    @Property
    void isReadAsItWasAndNeverBeginsLikeAFormula(@ForAll String text) {
        assertThat(Formula.unguarded(Formula.guarded(text))).isEqualTo(text);
        assertThat(Formula.guarded(text))
                .doesNotStartWith("=")
                .doesNotStartWith("+")
                .doesNotStartWith("@");
    }
}
