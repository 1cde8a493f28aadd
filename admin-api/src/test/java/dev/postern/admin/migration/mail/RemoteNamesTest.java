package dev.postern.admin.migration.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RemoteNamesTest {

    @Test
    void knowsWhatTheOtherServerSaysAFolderIsFor() {
        var names = new RemoteNames(List.of(
                "* LIST (\\HasNoChildren \\Sent) \".\" Gesendet",
                "* LIST (\\HasNoChildren \\Junk) \".\" \"Alt.Sehr alt\"",
                "* LIST (\\Trash) \".\" A/B",
                "* LIST (\\HasNoChildren \\Drafts) \"/\" &ZeVnLIqe-",
                "* LIST () NIL INBOX",
                "nonsense",
                "* LIST ("));

        assertThat(names.folder("~moving/Gesendet").uses()).contains("\\sent");
        assertThat(names.folder("~moving/Alt/Sehr alt").uses()).contains("\\junk");
        assertThat(names.folder("~moving/A^2fB").uses()).contains("\\trash");
        assertThat(names.folder("~moving/日本語").uses()).contains("\\drafts");
        assertThat(names.folder("~moving/INBOX").isInbox()).isTrue();
        assertThat(names.folder("~moving/Nobody").uses()).isEmpty();
    }

    @Test
    void readsNamesWithCharactersThatDovecotCannotShow() {
        assertThat(new RemoteNames(List.of()).folder("~moving/A^2fB/C^5eD").path())
                .containsExactly("A/B", "C^D");
        assertThat(MailMoveResource.Folder.shownName("~moving/A^2fB/C")).isEqualTo("A/B/C");
    }

    @Property
    void survivesAnyLine(@ForAll String line) {
        assertThat(new RemoteNames(List.of("* LIST " + line, line))
                        .folder("~moving/x")
                        .path())
                .containsExactly("x");
    }
}
