package dev.postern.admin.statistics;

import java.time.LocalDate;

/** How many mailboxes there were on a day, and how much they held. */
public record StorageDay(LocalDate day, long mailboxes, long bytes) {}
