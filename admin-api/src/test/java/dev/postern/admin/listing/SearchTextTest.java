package dev.postern.admin.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void isInLowerCaseWithOneBlankBetweenItsWords() {
        assertThat(new SearchText("  Ali\t Smith\n").text()).isEqualTo("ali smith");
        assertThat(new SearchText(" \u0000 ").isEmpty()).isTrue();
    }

    @Test
    void lendsItsSignsNoMeaning() {
        assertThat(new SearchText("5%_!").pattern()).isEqualTo("%5!%!_!!%");
        assertThat(new SearchText("ali smith").beginning()).isEqualTo("ali%smith%");
    }

    @Test
    void hasAnEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SearchText("x".repeat(101)))
                .withMessageContaining("100");
    }

    /** What is left once each escaped sign and each blank's % is taken away is no pattern any more. */
    @Property
    void hasNoOtherSignOfAPatternThanThoseBetweenWords(@ForAll @StringLength(max = 50) String typed) {
        var text = new SearchText(typed);
        var words = text.text().isEmpty() ? 1 : text.text().split(" ", -1).length;
        var free = text.pattern()
                .replaceAll("!.", "")
                .chars()
                .filter(sign -> sign == '%' || sign == '_')
                .count();
        assertThat(free).isEqualTo(words + 1);
    }
}
