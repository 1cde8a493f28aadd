package dev.postern.dkim.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.postern.common.mail.DomainName;
import dev.postern.dkim.testing.StoredKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyStoreTest {

    private static final Instant NOW = Instant.parse("2026-01-31T08:15:30Z");
    private static final DomainName DOMAIN = DomainName.parse("example.com");
    private static final PairName NAME = new PairName("20260131");

    @TempDir
    Path folder;

    private StoredKeys stored;
    private KeyStore store;
    private ManageKeys keys;

    @BeforeEach
    void openStore() {
        stored = new StoredKeys(folder);
        open();
        store.prepare();
    }

    @Test
    void keepsEachKeyBesideItsRecord() throws IOException {
        keys.create(DOMAIN, NAME);

        assertThat(stored.modes())
                .containsExactlyInAnyOrder(
                        "rwxr-x--- domains",
                        "rwxr-x--- domains/example.com",
                        "rw-r----- domains/example.com/pairs",
                        "rw-r----- domains/example.com/20260131-rsa.key",
                        "rw-r----- domains/example.com/20260131-rsa.txt",
                        "rw-r----- domains/example.com/20260131-ed25519.key",
                        "rw-r----- domains/example.com/20260131-ed25519.txt",
                        "rw-r----- rsa.map",
                        "rw-r----- ed25519.map");
        assertThat(folderOfDomain().resolve("pairs")).hasContent("20260131 2026-01-31T08:15:30Z active");
        for (var selector : new String[] {"20260131-rsa", "20260131-ed25519"}) {
            assertThat(Files.readString(folderOfDomain().resolve(selector + ".txt")))
                    .isEqualTo(stored.recordOf("example.com", selector) + "\n");
        }
    }

    @Test
    void theMapsNameTheActiveKeyOfEachDomain() {
        keys.create(DOMAIN, NAME);
        keys.create(DomainName.parse("b\u00fccher.example"), new PairName("x"));

        assertThat(folder.resolve("rsa.map")).hasContent("example.com 20260131-rsa\nxn--bcher-kva.example x-rsa");
        assertThat(folder.resolve("ed25519.map"))
                .hasContent("example.com 20260131-ed25519\nxn--bcher-kva.example x-ed25519");

        keys.create(DOMAIN, new PairName("20260601"));
        keys.activate(DOMAIN, new PairName("20260601"));

        assertThat(folder.resolve("rsa.map")).content().startsWith("example.com 20260601-rsa\n");
        assertThat(folder.resolve("ed25519.map")).content().startsWith("example.com 20260601-ed25519\n");
    }

    @Test
    void findsEverythingAgainAfterARestart() throws IOException {
        keys.create(DOMAIN, NAME);
        keys.create(DOMAIN, new PairName("spare"));
        var before = store.all();
        Files.delete(folder.resolve("rsa.map"));

        open();
        store.prepare();

        assertThat(store.all()).isEqualTo(before).hasSize(1);
        assertThat(folder.resolve("rsa.map")).hasContent("example.com 20260131-rsa");
    }

    @Test
    void aNewStoreIsEmpty() {
        assertThat(store.all()).isEmpty();
        assertThat(store.find(DOMAIN)).isEmpty();
        assertThat(folder.resolve("rsa.map")).isEmptyFile();
    }

    @ParameterizedTest
    @CsvSource({
        "pairs, ''",
        "pairs, 20260131 2026-01-31T08:1",
        "pairs, ../../etc/passwd 2026-01-31T08:15:30Z active",
        "pairs, other 2026-01-31T08:15:30Z active",
        "pairs, \u00e9",
        "20260131-rsa.txt, \u00e9"
    })
    void saysWhereAFileIsDamaged(String file, String content) throws IOException {
        keys.create(DOMAIN, NAME);
        Files.writeString(folderOfDomain().resolve(file), content);

        assertThatExceptionOfType(UnusableKeyStore.class)
                .isThrownBy(() -> store.find(DOMAIN))
                .withMessageContaining("domains/example.com");
        assertThatExceptionOfType(UnusableKeyStore.class).isThrownBy(store::all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20260131-rsa.key", "20260131-ed25519.key", "20260131-rsa.txt", "20260131-ed25519.txt"})
    void missesEveryFileThatIsGoneOrEmpty(String file) throws IOException {
        keys.create(DOMAIN, NAME);
        var victim = folderOfDomain().resolve(file);

        Files.write(victim, new byte[0]);
        assertThatExceptionOfType(UnusableKeyStore.class)
                .isThrownBy(() -> store.find(DOMAIN))
                .withMessageContaining(file);

        Files.delete(victim);
        assertThatExceptionOfType(UnusableKeyStore.class)
                .isThrownBy(() -> store.find(DOMAIN))
                .withMessageContaining(file);
    }

    @Test
    void saysThatAFolderIsNoDomain() throws IOException {
        Files.createDirectory(folder.resolve("domains/not a domain"));

        assertThatExceptionOfType(UnusableKeyStore.class).isThrownBy(store::all).withMessageContaining("domains");
    }

    @Test
    void aHalfMadePairIsNoneAndTheNextTryMakesIt() throws IOException {
        keys.create(DOMAIN, NAME);
        var obstacle = Files.createDirectories(folderOfDomain().resolve("20260601-ed25519.txt/in the way"));
        var before = store.find(DOMAIN);

        assertThatExceptionOfType(UnusableKeyStore.class)
                .isThrownBy(() -> keys.create(DOMAIN, new PairName("20260601")))
                .withMessageContaining("cannot be written");
        assertThat(store.find(DOMAIN)).isEqualTo(before);

        Files.delete(obstacle);
        Files.delete(folderOfDomain().resolve("20260601-ed25519.txt"));
        assertThat(keys.create(DOMAIN, new PairName("20260601"))).isInstanceOf(ManageKeys.Creation.Created.class);
        assertThat(Files.readString(folderOfDomain().resolve("20260601-rsa.txt")))
                .isEqualTo(stored.recordOf("example.com", "20260601-rsa") + "\n");
    }

    @Test
    void aFirstPairThatCouldNotBeWrittenLeavesADomainWithoutKeys() throws IOException {
        Files.createDirectories(folderOfDomain().resolve("20260131-rsa.key/in the way"));

        assertThatExceptionOfType(UnusableKeyStore.class).isThrownBy(() -> keys.create(DOMAIN, NAME));

        assertThat(store.find(DOMAIN)).isEmpty();
        assertThat(store.all()).isEmpty();
    }

    @Test
    void whatAnEarlierCrashLeftIsOverwritten() throws IOException {
        Files.createDirectories(folderOfDomain());
        Files.writeString(folderOfDomain().resolve(".20260131-rsa.key.new"), "-----BEGIN PRIV");
        Files.writeString(folderOfDomain().resolve("20260131-ed25519.key"), "half");

        keys.create(DOMAIN, NAME);

        assertThat(store.find(DOMAIN)).isPresent();
        assertThat(folderOfDomain().resolve(".20260131-rsa.key.new")).doesNotExist();
        assertThat(Files.readString(folderOfDomain().resolve("20260131-ed25519.txt")))
                .isEqualTo(stored.recordOf("example.com", "20260131-ed25519") + "\n");
    }

    @Test
    void aPrivateKeyIsNotWrittenThroughASymbolicLink(@TempDir Path elsewhere) throws IOException {
        Files.createDirectories(folderOfDomain());
        var target = elsewhere.resolve("readable by all");
        Files.createSymbolicLink(folderOfDomain().resolve(".20260131-rsa.key.new"), target);
        Files.createSymbolicLink(folderOfDomain().resolve("20260131-ed25519.key"), target);

        assertThatExceptionOfType(UnusableKeyStore.class).isThrownBy(() -> keys.create(DOMAIN, NAME));
        assertThat(target).doesNotExist();

        Files.delete(folderOfDomain().resolve(".20260131-rsa.key.new"));
        keys.create(DOMAIN, NAME);

        assertThat(target).doesNotExist();
        assertThat(folderOfDomain().resolve("20260131-ed25519.key")).isRegularFile();
    }

    @Test
    void aFileThatWasThereGivesNobodyMoreRights() throws IOException {
        Files.createDirectories(folderOfDomain());
        var open = Files.createFile(folderOfDomain().resolve(".20260131-rsa.key.new"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-rw-rw-"));

        keys.create(DOMAIN, NAME);

        assertThat(stored.modes()).contains("rw-r----- domains/example.com/20260131-rsa.key");
    }

    @Test
    void saysWhatADirectoryMustBe() {
        assertThatExceptionOfType(UnusableKeyStore.class)
                .isThrownBy(() -> new KeyStore(folder.resolve("missing")).prepare())
                .withMessageContaining("must be there and writable for user " + System.getProperty("user.name"));
        // Where not even root can make a directory.
        assertThatExceptionOfType(UnusableKeyStore.class)
                .isThrownBy(() -> new KeyStore(Path.of("/proc/self")).prepare())
                .withMessageContaining("must be there and writable");
    }

    private void open() {
        store = new KeyStore(folder);
        keys = new ManageKeys(store, InstantSource.fixed(NOW));
    }

    private Path folderOfDomain() {
        return stored.folderOf("example.com");
    }
}
