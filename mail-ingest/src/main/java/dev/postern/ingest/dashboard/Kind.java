package dev.postern.ingest.dashboard;

/**
 * What became of a message, and why.
 *
 * @param reason as in receipts
 */
record Kind(Outcome outcome, String reason) {}
