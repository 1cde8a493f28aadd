package dev.postern.ingest.trace;

/**
 * One field of a message's header.
 *
 * @param name in lower case
 * @param value unfolded, without white space around it
 * @param end where the next field begins
 */
record HeaderField(String name, String value, int end) {}
