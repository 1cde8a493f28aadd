package dev.postern.common.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SmtpReplyTest {

    @Example
    void readsOneLine() {
        var reply = SmtpReply.parse(List.of("550 5.1.1 <ann@example.com>: Recipient address rejected"));

        assertThat(reply)
                .isEqualTo(new SmtpReply(
                        550, new EnhancedStatusCode(5, 1, 1), "<ann@example.com>: Recipient address rejected"))
                .hasToString("550 5.1.1 <ann@example.com>: Recipient address rejected");
        assertThat(reply.isPermanent()).isTrue();
        assertThat(reply.isTransient()).isFalse();
        assertThat(reply.isPositive()).isFalse();
    }

    @Example
    void joinsLinesAndSaysTheStatusOnce() {
        var reply = SmtpReply.parse(List.of("451-4.7.1 Virus scanner unavailable,", "451 4.7.1 try again later"));

        assertThat(reply).hasToString("451 4.7.1 Virus scanner unavailable, try again later");
        assertThat(reply.isTransient()).isTrue();
    }

    @Example
    void readsRepliesWithoutStatusOrText() {
        assertThat(SmtpReply.parse(List.of("354 End data with <CR><LF>.<CR><LF>"))
                        .isPositive())
                .isFalse();
        assertThat(SmtpReply.parse(List.of("250"))).isEqualTo(new SmtpReply(250, null, ""));
        assertThat(SmtpReply.parse(List.of("250 "))).hasToString("250");
    }

    @Example
    void takesAStatusThatContradictsTheCodeForText() {
        assertThat(SmtpReply.parse(List.of("550 4.1.1 odd"))).isEqualTo(new SmtpReply(550, null, "4.1.1 odd"));
    }

    @Example
    void refusesWhatIsNoReply() {
        for (var lines : List.of(
                List.<String>of(),
                List.of("hello"),
                List.of("99 no"),
                List.of("650 no"),
                List.of("250-more to come"),
                List.of("250 end", "250 and more"),
                List.of("250-one", "251 other"))) {
            assertThatIllegalArgumentException().isThrownBy(() -> SmtpReply.parse(lines));
        }
    }

    @Property
    void readsBackWhatItWrites(
            @ForAll @IntRange(min = 200, max = 599) int code,
            @ForAll @IntRange(max = 999) int subject,
            @ForAll String text) {
        var enhanced = code / 100 == 3 ? "" : "%d.%d.0 ".formatted(code / 100, subject);

        var reply = SmtpReply.parse(List.of(code + " " + enhanced + "_" + text));

        assertThat(SmtpReply.parse(List.of(reply.toString()))).isEqualTo(reply);
    }

    @Property
    void anyLinesAreAReplyOrRefused(@ForAll @Size(max = 3) List<String> lines) {
        try {
            assertThat(SmtpReply.parse(lines).toString()).doesNotContain("\r", "\n");
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal).hasMessageContaining("SMTP reply");
        }
    }
}
