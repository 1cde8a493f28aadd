package dev.postern.backup.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailPathTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /example.org/ann/Maildir/cur/1.x:2,S       | ann@example.org | true
            /example.org/ann/Maildir/new/1.x           | ann@example.org | true
            /example.org/ann/Maildir/.Sent/cur/1.x:2,S | ann@example.org | true
            /example.org/ann/Maildir/.Sent/dovecot-uidlist | ann@example.org | false
            /example.org/ann/Maildir/dovecot-uidlist   | ann@example.org | false
            /example.org/ann/Maildir/tmp/1.x           | ann@example.org | false
            /example.org/ann/sieve/cur/rules.sieve     | ann@example.org | false
            /example.org/ann/Maildir/.a/.b/cur/1.x     | ann@example.org | false
            /example.org/日本/Maildir/cur/1.x:2,S       | 日本@example.org | true
            /example.org/ann                           | -               | false
            /stray                                     | -               | false
            """)
    void tellsWhoseItIsAndWhetherItIsAMessage(String text, String mailbox, boolean message) {
        var path = new MailPath(text);

        assertThat(path.mailbox()).isEqualTo(mailbox);
        assertThat(path.isMessage()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /example.org/ann/Maildir/new/1.x           | /example.org/ann/Maildir/cur/1.x:2,S
            /example.org/ann/Maildir/cur/1.x:2,        | /example.org/ann/Maildir/cur/1.x:2,RS
            """)
    void knowsAMessageAgainWhenItsFlagsChange(String before, String after) {
        assertThat(new MailPath(before).message()).isEqualTo(new MailPath(after).message());
    }

    @Property(tries = 500)
    void takesWhateverNameAFileHas(@ForAll String name) {
        var path = new MailPath("/" + name);

        assertThat(path.mailbox()).isNotEmpty();
        assertThat(path.message()).isNotEmpty();
        path.isMessage();
    }
}
