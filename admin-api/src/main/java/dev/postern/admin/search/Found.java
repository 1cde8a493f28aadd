package dev.postern.admin.search;

import dev.postern.common.mail.DomainName;

/**
 * One thing that a search finds.
 *
 * @param name of the domain, or the address
 * @param about the name of the owner, or the note
 */
public record Found(String name, DomainName domain, String about, boolean enabled) {}
