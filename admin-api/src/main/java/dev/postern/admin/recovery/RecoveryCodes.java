package dev.postern.admin.recovery;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.admin.audit.Snapshot;
import dev.postern.admin.credentials.CredentialAudit;
import dev.postern.admin.identity.Identity;
import dev.postern.common.mail.Sha256;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ten codes on paper, each good for one sign-in in place of the second factor. They are told once; the table has digests. */
@Service
public class RecoveryCodes {

    static final int HOW_MANY = 10;

    /** 32 characters, none taken for another; 16 of them are 80 random bits. */
    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4;

    private final RecoveryCodeTable table;
    private final CredentialAudit audit;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(RecoveryCodeTable table, CredentialAudit audit) {
        this.table = table;
        this.audit = audit;
    }

    /** Makes new codes; those made before are void. */
    @Transactional
    public List<String> issue(Identity identity) {
        var codes = Stream.generate(this::code).distinct().limit(HOW_MANY).toList();
        table.removeAllOf(identity);
        table.add(identity, codes.stream().map(RecoveryCodes::digest).toList());
        audit.happened("recovery-codes.issued", identity);
        return codes;
    }

    /** Returns whether it is one of his codes, and was not used before. */
    @Transactional
    public boolean use(Identity identity, String typed) {
        return table.use(identity, digest(typed));
    }

    /** How many are left. */
    public int left(Identity identity) {
        return table.unused(identity);
    }

    /** Makes all of them void. */
    @Transactional
    public void revoke(Identity identity) {
        var left = table.unused(identity);
        table.removeAllOf(identity);
        if (left > 0) {
            audit.gone("recovery-codes.revoked", identity, Snapshot.of("left", left));
        }
    }

    private String code() {
        return IntStream.range(0, GROUPS).mapToObj(_ -> group()).collect(Collectors.joining("-"));
    }

    private String group() {
        return random.ints(GROUP_LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }

    /** Hyphens, spaces and capitals are how a person writes it down. */
    private static Sha256 digest(String typed) {
        return Sha256.of(typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT).getBytes(UTF_8));
    }
}
