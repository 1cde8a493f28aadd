package dev.postern.backup.manifest;

import dev.postern.common.mail.Sha256;

/**
 * One thing in a component that can be counted and known again: a mailbox, a schema of the database, a file.
 *
 * @param name for example {@code ann@example.org}
 * @param count messages in a mailbox, tables in a schema, 1 for a file
 * @param bytes how much it holds
 * @param digest of a mailbox: of the names, sizes and times of its files; else of the content
 */
public record Entry(String name, long count, long bytes, Sha256 digest) {}
