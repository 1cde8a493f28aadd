package dev.postern.admin.mailstore;

import org.springframework.util.unit.DataSize;

/**
 * A folder of a mailbox.
 *
 * @param name with slashes between the levels, as {@code Work/2026}
 */
public record Folder(String name, DataSize size, long messages) {}
