package dev.postern.admin.surroundings;

import java.time.Instant;

/** Something that mail-ingest wants an operator to know, in its own words, which are English. */
public record Alert(Instant at, String subject, String text) {}
