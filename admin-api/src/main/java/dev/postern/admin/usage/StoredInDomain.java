package dev.postern.admin.usage;

/**
 * What the mailboxes of a domain hold together.
 *
 * @param counted how many mailboxes that is of: those that Dovecot has been asked about
 */
public record StoredInDomain(long bytes, long counted) {

    static final StoredInDomain NOTHING = new StoredInDomain(0, 0);
}
