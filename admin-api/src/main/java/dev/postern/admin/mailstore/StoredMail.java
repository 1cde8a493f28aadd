package dev.postern.admin.mailstore;

import org.springframework.util.unit.DataSize;

/**
 * How much mail there is, as the quota counts it.
 *
 * @param size rounded up to whole KiB
 */
public record StoredMail(DataSize size, long messages) {}
