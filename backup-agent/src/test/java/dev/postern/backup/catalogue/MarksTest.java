package dev.postern.backup.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.backup.manifest.Component;
import dev.postern.backup.manifest.Entry;
import dev.postern.backup.manifest.Gap;
import dev.postern.backup.manifest.Manifest;
import dev.postern.backup.manifest.Part;
import dev.postern.backup.manifest.RunId;
import dev.postern.backup.manifest.SnapshotId;
import dev.postern.backup.manifest.Trigger;
import dev.postern.backup.restic.Snapshot;
import dev.postern.common.mail.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MarksTest {

    private static final Instant NOW = Instant.parse("2026-01-31T03:00:00Z");
    private static final RunId RUN = new RunId("20260131-030000-k3f9");
    private static final Manifest MANIFEST = new Manifest(
            RUN,
            Set.of(Trigger.DAILY, Trigger.CONTINUOUS),
            EnumSet.of(Component.MAIL, Component.DATABASE),
            NOW,
            NOW.plusSeconds(60),
            Map.of("restic", "0.18.0"),
            List.of(new Part(
                    Component.MAIL,
                    id('a'),
                    NOW,
                    17,
                    List.of(new Entry("日本@example.org", 3, 1000, Sha256.of(new byte[0]))),
                    List.of("one message"))),
            List.of(new Gap(Component.DATABASE, "MariaDB is down")));

    @Test
    void letABackupBeReadFromTheListOfSnapshots() {
        var backup = Marks.read(snapshot('f', Marks.of(MANIFEST))).orElseThrow();

        assertThat(backup.run()).isEqualTo(RUN);
        assertThat(backup.manifest()).isEqualTo(id('f'));
        assertThat(backup.triggers()).containsExactlyInAnyOrder(Trigger.DAILY, Trigger.CONTINUOUS);
        assertThat(backup.complete()).isFalse();
        assertThat(backup.parts()).containsExactly(Map.entry(Component.MAIL, id('a')));
    }

    @Test
    void keepTheManifestWhole() throws Exception {
        assertThat(ManifestJson.read(ManifestJson.write(MANIFEST))).isEqualTo(MANIFEST);
    }

    @Test
    void tellABackupThatHasLostASnapshot() {
        var listing = Catalogue.Listing.of(List.of(snapshot('f', Marks.of(complete()))));

        assertThat(listing.backups()).singleElement().satisfies(backup -> {
            assertThat(backup.complete()).isFalse();
            assertThat(backup.parts()).isEmpty();
        });
    }

    @Test
    void leaveAloneWhatIsNotOurs() {
        var theirs = snapshot('e', new TreeSet<>(List.of("holiday-pictures")));
        var loose = snapshot('d', Marks.of(RUN, Component.DKIM));
        var mail = snapshot('a', Marks.of(RUN, Component.MAIL));
        var listing = Catalogue.Listing.of(List.of(theirs, loose, mail, snapshot('f', Marks.of(complete()))));

        assertThat(listing.loose()).containsExactly(id('d'));
        assertThat(listing.withoutUse(List.of())).containsExactlyInAnyOrder(id('a'), id('d'), id('f'));
        assertThat(listing.withoutUse(listing.backups())).containsExactly(id('d'));
    }

    @Property(tries = 500)
    void makeNothingOfNonsense(@ForAll Set<String> tags) {
        assertThat(Marks.read(snapshot('f', new TreeSet<>(tags)))).isEmpty();
    }

    @Property(tries = 500)
    void refuseAManifestThatIsNone(@ForAll String json) {
        assertThatThrownBy(() -> ManifestJson.read(json.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableManifest.class);
    }

    @Test
    void refuseAManifestOfALaterVersion() {
        var later = new String(ManifestJson.write(MANIFEST), StandardCharsets.UTF_8)
                .replace("\"format\" : 1", "\"format\" : 2");

        assertThatThrownBy(() -> ManifestJson.read(later.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("use a newer Postern");
    }

    private static Manifest complete() {
        return new Manifest(
                RUN,
                Set.of(Trigger.DAILY),
                Set.of(Component.MAIL),
                NOW,
                NOW,
                Map.of(),
                List.of(new Part(Component.MAIL, id('a'), NOW, 0, List.of(), List.of())),
                List.of());
    }

    private static Snapshot snapshot(char name, SortedSet<String> tags) {
        return new Snapshot(id(name), NOW, tags);
    }

    private static SnapshotId id(char letter) {
        return new SnapshotId(String.valueOf(letter).repeat(64));
    }
}
