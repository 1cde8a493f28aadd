package dev.postern.admin.statistics;

/**
 * How long answers of a kind take, in milliseconds; percentiles of the last hour.
 *
 * @param count since the service started
 */
public record AnswerTime(AnswerKind kind, long count, long p50, long p95, long p99) {}
