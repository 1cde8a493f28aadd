package dev.postern.admin.statistics;

import java.util.List;

/**
 * What happened on the platform as a whole.
 *
 * @param sources where sign-ins that failed came from, of the last 30 days
 * @param tokens of the last 30 days
 */
public record PlatformStatistics(List<FailureSource> sources, List<ApiUse> tokens, List<AnswerTime> answers) {}
