package dev.postern.admin.statistics;

import java.time.LocalDate;

/** How often somebody signed in on a day, and how often somebody failed to. */
public record SignInDay(LocalDate day, long successes, long failures) {}
