package dev.postern.backup.offsite;

import dev.postern.backup.offsite.Finding.State;
import dev.postern.backup.offsite.Finding.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the bucket what the off-site copy needs, or verifies that it is, and mends what is not. What a store does is
 * tried out and not believed.
 */
final class Provision {

    private static final Logger log = LoggerFactory.getLogger(Provision.class);

    private static final Set<String> NOT_OFFERED =
            Set.of("NotImplemented", "MethodNotAllowed", "XNotImplemented", "UnsupportedOperation", "501", "405");

    private final BucketSettings settings;
    private final Canary canary;
    private final LockRule rule;
    private final Access access;
    private final boolean tls;

    /**
     * A provisioning.
     *
     * @param tls whether we speak TLS to the store ourselves: else the policy would lock us out
     */
    Provision(BucketSettings settings, Canary canary, LockRule rule, Access access, boolean tls) {
        this.settings = settings;
        this.canary = canary;
        this.rule = rule;
        this.access = access;
        this.tls = tls;
    }

    /** Needs a key that may change the bucket; it is not kept. */
    List<Finding> apply() {
        var findings = new ArrayList<Finding>();
        findings.add(bucket());
        findings.add(ensure(
                Subject.VERSIONING,
                "Every version is kept.",
                settings::isVersioned,
                () -> settings.setVersioned(true)));
        var locking = objectLock();
        findings.add(locking);
        if (!locking.state().isSafe()) {
            return findings;
        }
        findings.add(defaultLock());
        findings.add(harmless(
                optional(
                        Subject.ENCRYPTION,
                        "What lies there is encrypted once more by the store.",
                        settings::isEncrypted,
                        settings::setEncrypted),
                settings::setUnencrypted));
        findings.add(harmless(
                optional(
                        Subject.PUBLIC_ACCESS,
                        "Nothing can be made public.",
                        settings::isPrivate,
                        settings::setPrivate),
                settings::setNotPrivate));
        findings.add(tlsOnly());
        findings.add(optional(
                Subject.LIFECYCLE,
                "What was forgotten is freed %d days later.".formatted(rule.days()),
                this::hasLifecycle,
                () -> settings.setLifecycle(rule.days())));
        findings.addAll(canary.sing());
        findings.add(suspension());
        return findings;
    }

    private Finding bucket() {
        return ensure(Subject.BUCKET, "The bucket is there.", settings::exists, settings::create);
    }

    private Finding objectLock() {
        if (settings.locking().isPresent()) {
            return Finding.good(Subject.OBJECT_LOCK, "Objects can be locked.");
        }
        try {
            settings.setLockRule(rule);
            return new Finding(Subject.OBJECT_LOCK, State.MENDED, "Objects can be locked from now on.");
        } catch (StoreRefused refusal) {
            return Finding.bad(
                    Subject.OBJECT_LOCK,
                    "Objects in this bucket cannot be locked (%s). Object Lock has to be chosen when a bucket is made: give the name of a new one."
                            .formatted(refusal.code()));
        }
    }

    private Finding defaultLock() {
        return ensure(
                Subject.DEFAULT_LOCK,
                "New objects are locked for %d days, in COMPLIANCE mode.".formatted(rule.days()),
                () -> settings.locking()
                        .flatMap(BucketSettings.Locking::rule)
                        .filter(found -> found.isAtLeast(rule))
                        .isPresent(),
                () -> settings.setLockRule(rule));
    }

    /** Some stores take such a setting, and then no object any more: it is taken back. */
    private Finding harmless(Finding finding, Runnable undo) {
        if (finding.state() != State.MENDED || canary.canBeWritten()) {
            return finding;
        }
        undo.run();
        return new Finding(
                finding.subject(),
                State.UNKNOWN_HERE,
                "The store took the setting, and then no object any more, so it was taken back. What is sent there is encrypted already, and only our keys can read it.");
    }

    private Finding tlsOnly() {
        return tls
                ? optional(
                        Subject.TLS_ONLY,
                        "Only TLS is spoken.",
                        this::isTlsOnly,
                        () -> settings.setPolicy(access.ofBucket()))
                : new Finding(
                        Subject.TLS_ONLY,
                        State.UNKNOWN_HERE,
                        "The address of the store begins with http: TLS is not used.");
    }

    private boolean isTlsOnly() {
        return settings.policy()
                .filter(json -> json.contains("aws:SecureTransport"))
                .isPresent();
    }

    private boolean hasLifecycle() {
        return settings.lifecycle()
                .filter(lifecycle -> Lifecycle.isOurs(lifecycle, rule.days()) && !Lifecycle.isHostile(lifecycle))
                .isPresent();
    }

    private Finding suspension() {
        try {
            settings.setVersioned(false);
        } catch (StoreRefused refusal) {
            return Finding.good(
                    Subject.SUSPENSION_REFUSED, "Versioning cannot be turned off (%s).".formatted(refusal.code()));
        }
        settings.setVersioned(true);
        return Finding.bad(
                Subject.SUSPENSION_REFUSED,
                "Versioning could be turned off (it is on again). This store does not protect what it holds: use another one.");
    }

    private static Finding ensure(Subject subject, String good, BooleanSupplier isSo, Runnable makeItSo) {
        if (isSo.getAsBoolean()) {
            return Finding.good(subject, good);
        }
        try {
            makeItSo.run();
        } catch (StoreAway lostAnswer) {
            // What counts is what is read back.
            log.debug("No answer when setting {}", subject, lostAnswer);
        }
        return isSo.getAsBoolean()
                ? new Finding(subject, State.MENDED, good)
                : Finding.bad(subject, "It was set, and is not so: the store does not do what it says.");
    }

    private static Finding optional(Subject subject, String good, BooleanSupplier isSo, Runnable makeItSo) {
        try {
            return ensure(subject, good, isSo, makeItSo);
        } catch (StoreRefused refusal) {
            return NOT_OFFERED.contains(refusal.code())
                    ? new Finding(
                            subject,
                            State.UNKNOWN_HERE,
                            "The store does not offer this (%s); the lock does not depend on it."
                                    .formatted(refusal.code()))
                    : Finding.bad(subject, "It could not be set: " + refusal.getMessage());
        }
    }
}
