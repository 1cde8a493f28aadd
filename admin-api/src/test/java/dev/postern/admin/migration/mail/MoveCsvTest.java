package dev.postern.admin.migration.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.admin.web.InvalidRequest;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MoveCsvTest {

    @Test
    void readsMany() {
        var moves = MoveCsv.parse("""
                mailbox;host;user;password;port;security
                ann@example.org;imap.old.example;ann;"semi;colon ""q\"\"\";;
                bob@example.org;imap.old.example;;secret;1143;starttls
                """);

        assertThat(moves).hasSize(2);
        assertThat(moves.getFirst().source()).hasToString("ann at imap.old.example:993");
        assertThat(moves.getFirst().password().text()).isEqualTo("semi;colon \"q\"");
        assertThat(moves.getLast().source()).hasToString("bob@example.org at imap.old.example:1143");
        assertThat(moves.getLast().source().security()).isEqualTo(Security.STARTTLS);
    }

    @Test
    void namesTheLineThatIsWrong() {
        assertThatThrownBy(() ->
                        MoveCsv.parse("mailbox,host,password\na@b.example,imap.old.example,x\nc@b.example,mariadb,x\n"))
                .isInstanceOf(InvalidRequest.class)
                .hasMessageContaining("mariadb");
        assertThatThrownBy(() -> MoveCsv.parse("mailbox,host,password\na@b.example\n"))
                .hasMessageContaining("Line 2 has 1 fields");
        assertThatThrownBy(() -> MoveCsv.parse("mailbox,colour\n")).hasMessageContaining("colour");
        assertThatThrownBy(() -> MoveCsv.parse("mailbox,host,password,port\na@b.example,imap.old.example,x,much\n"))
                .isInstanceOf(InvalidRequest.class);
    }

    @Property
    void answersAnyText(@ForAll String text) {
        try {
            assertThat(MoveCsv.parse(text)).isEmpty();
        } catch (InvalidRequest refused) {
            assertThat(refused).hasMessageNotContaining("Exception");
        }
    }
}
