package dev.postern.dkim.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.postern.common.mail.DomainName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The keys as files. Private keys go in and never come out again: what is published of them is kept beside them, so
 * that showing it needs no private key.
 *
 * <pre>
 * domains/example.com/pairs                  see {@link PairList}
 * domains/example.com/20260131-rsa.key       see {@link PrivateKeyText}
 * domains/example.com/20260131-rsa.txt       the value of the TXT record
 * rsa.map, ed25519.map                       a line "domain selector" for each domain's active pair
 * </pre>
 *
 * The maps follow from the rest. They have the form in which Rspamd looks up a domain's selector.
 */
public final class KeyStore {

    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwxr-x---");
    /** The group is how a program that signs may read them. */
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-r-----");

    private static final String DOMAINS = "domains";
    private static final String PAIRS = "pairs";

    private final Path root;
    private final Path domains;

    public KeyStore(Path root) {
        this.root = root;
        this.domains = root.resolve(DOMAINS);
    }

    /**
     * Makes what is missing: the directory of a new store, and what a crash kept from being written.
     *
     * @throws UnusableKeyStore if the directory cannot be written
     */
    public synchronized void prepare() {
        try {
            makeDirectory(root, DOMAINS);
            writeMaps();
        } catch (IOException failure) {
            throw new UnusableKeyStore(
                    root,
                    "the directory of the DKIM keys must be there and writable for user "
                            + System.getProperty("user.name"),
                    failure);
        }
    }

    /**
     * All domains with keys, by name.
     *
     * @throws UnusableKeyStore if a file cannot be read or understood
     */
    public synchronized List<DomainKeys> all() {
        try (var folders = Files.list(domains)) {
            return folders.map(folder -> DomainName.parse(String.valueOf(folder.getFileName())))
                    .sorted(Comparator.comparing(DomainName::ascii))
                    .flatMap(domain -> find(domain).stream())
                    .toList();
        } catch (IOException | UncheckedIOException | IllegalArgumentException failure) {
            throw new UnusableKeyStore(domains, "cannot be listed", failure);
        }
    }

    /**
     * The keys of one domain.
     *
     * @throws UnusableKeyStore if a file cannot be read or understood
     */
    public synchronized Optional<DomainKeys> find(DomainName domain) {
        var folder = folderOf(domain);
        try {
            var list = PairList.parse(Files.readAllLines(folder.resolve(PAIRS), US_ASCII));
            var pairs = list.entries().stream()
                    .map(entry -> new DomainKeys.Pair(entry.name(), entry.created(), readDetails(domain, entry.name())))
                    .toList();
            return Optional.of(new DomainKeys(domain, list.active(), pairs));
        } catch (NoSuchFileException noneYet) {
            return Optional.empty();
        } catch (IOException | UncheckedIOException | IllegalArgumentException failure) {
            throw new UnusableKeyStore(folder, "the keys cannot be read: " + failure.getMessage(), failure);
        }
    }

    /**
     * Adds a pair to a domain. A crash before the end leaves files that nothing names and the next try overwrites.
     *
     * @param secrets the two keys, by algorithm
     * @param after what the domain has afterwards
     */
    synchronized void add(DomainKeys after, DomainKeys.Pair pair, Map<Algorithm, KeyPair> secrets) {
        var folder = folderOf(after.domain());
        try {
            makeDirectory(domains, after.domain().ascii());
            for (var key : pair.keys()) {
                var secret = secrets.get(key.algorithm());
                if (secret == null) {
                    throw new IllegalArgumentException("no key for " + key.algorithm());
                }
                StoredFile.write(
                        folder, key.selector() + ".key", PrivateKeyText.of(key.algorithm(), secret.getPrivate()), FILE);
                StoredFile.write(folder, key.selector() + ".txt", key.record().value() + "\n", FILE);
            }
        } catch (IOException failure) {
            throw new UnusableKeyStore(folder, "the new keys cannot be written", failure);
        }
        update(after);
    }

    /** Writes down which pairs a domain has and which of them is active. */
    synchronized void update(DomainKeys keys) {
        try {
            StoredFile.write(folderOf(keys.domain()), PAIRS, PairList.of(keys).text(), FILE);
            writeMaps();
        } catch (IOException failure) {
            throw new UnusableKeyStore(root, "the change cannot be written", failure);
        }
    }

    private Path folderOf(DomainName domain) {
        return domains.resolve(domain.ascii());
    }

    private List<KeyDetails> readDetails(DomainName domain, PairName name) {
        return Arrays.stream(Algorithm.values())
                .map(algorithm -> readDetails(domain, algorithm, name.selectorOf(algorithm)))
                .toList();
    }

    private KeyDetails readDetails(DomainName domain, Algorithm algorithm, Selector selector) {
        var folder = folderOf(domain);
        try {
            requireContent(folder.resolve(selector + ".key"));
            var value = Files.readString(requireContent(folder.resolve(selector + ".txt")), US_ASCII)
                    .strip();
            return new KeyDetails(algorithm, selector, new TxtRecord(TxtRecord.nameOf(domain, selector), value));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A record whose private key is gone is worth nothing, and better noticed here than by receivers. */
    private static Path requireContent(Path file) throws IOException {
        if (Files.size(file) == 0) {
            throw new IOException(file + " is empty");
        }
        return file;
    }

    private void writeMaps() throws IOException {
        var keys = all();
        for (var algorithm : Algorithm.values()) {
            var lines = keys.stream()
                    .map(it -> it.domain() + " " + it.active().selectorOf(algorithm) + "\n")
                    .collect(Collectors.joining());
            StoredFile.write(root, algorithm.tag() + ".map", lines, FILE);
        }
    }

    private static void makeDirectory(Path parent, String name) throws IOException {
        var directory = parent.resolve(name);
        if (Files.isDirectory(directory)) {
            return;
        }
        Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(DIRECTORY));
        Files.setPosixFilePermissions(directory, DIRECTORY);
        StoredFile.syncDirectory(parent);
    }
}
