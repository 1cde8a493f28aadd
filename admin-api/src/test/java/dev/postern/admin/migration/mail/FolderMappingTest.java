package dev.postern.admin.migration.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolderMappingTest {

    private final FolderMapping mapping = new FolderMapping(
            Map.of("gesendet", "Sent", "[gmail]/spam", "Junk", "kalender", "", "送信済み", "Sent", "alt", "Archive/Old"));

    @ParameterizedTest
    @CsvSource({
        "Inbox, INBOX",
        "Gesendet, Sent",
        "INBOX/Gesendet, Sent",
        "Gesendet/2019, Sent/2019",
        "Alt/A/B, Archive/Old/A/B",
        "[Gmail]/Spam, Junk",
        "送信済み, Sent",
        "Work, Work",
        "INBOX/Work/2020, Work/2020",
        "v1.2/x.y, v1_2/x_y",
        "~tilde, _tilde"
    })
    void sendsFoldersWhereTheyBelong(String there, String here) {
        assertThat(targetOf(there)).contains(here);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kalender", "kalender/Team"})
    void leavesBehindWhatIsNoMail(String there) {
        assertThat(targetOf(there)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"\\sent, Sent", "\\drafts, Drafts", "\\junk, Junk", "\\trash, Trash", "\\archive, Archive"})
    void believesWhatTheServerSaysOfAFolder(String use, String here) {
        assertThat(targetOf("何か", use)).contains(here);
        assertThat(targetOf("Gesendet", use)).contains("Sent");
    }

    @Test
    void takesViewsForWhatTheyAre() {
        assertThat(targetOf("[Gmail]/Wichtig", "\\important")).isEmpty();
        assertThat(targetOf("[Gmail]/Markiert", "\\flagged")).isEmpty();
        assertThat(mapping.of(folder("[Gmail]/Alle Nachrichten", "\\all"))).hasValueSatisfying(all -> {
            assertThat(all.target()).isEqualTo("Archive");
            assertThat(all.rest()).isTrue();
        });
    }

    @Property
    void alwaysFindsANameThatCanBe(@ForAll @Size(min = 1, max = 4) List<String> path) {
        mapping.of(new RemoteFolder("x", path, Set.of()))
                .ifPresent(move -> assertThat(LocalName.checked(move.target())).isEqualTo(move.target()));
    }

    @Test
    void refusesNamesThatCannotBe() {
        assertThat(SetFolderMapping.checked(Map.of(" Gesendet ", " Sent ", "Kalender", " "))
                        .targets())
                .isEqualTo(Map.of("gesendet", "Sent", "kalender", ""));
        for (var name : List.of("a.b", "/a", "a//b", "~a", "a\nb")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SetFolderMapping.checked(Map.of("x", name)))
                    .withMessageContaining("cannot be the name of a folder here");
        }
    }

    private Optional<String> targetOf(String path, String... uses) {
        return mapping.of(folder(path, uses)).map(FolderMove::target);
    }

    private static RemoteFolder folder(String path, String... uses) {
        return new RemoteFolder("~moving/" + path, List.of(path.split("/")), Set.of(uses));
    }
}
