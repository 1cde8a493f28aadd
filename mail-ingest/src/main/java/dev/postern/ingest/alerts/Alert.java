package dev.postern.ingest.alerts;

import dev.postern.common.mail.Sha256;
import java.time.Instant;

/**
 * Something that an operator should know soon.
 *
 * @param subject in a few words
 * @param text what happened, to what, and what to do
 */
public record Alert(Sha256 id, Instant at, String subject, String text) {}
