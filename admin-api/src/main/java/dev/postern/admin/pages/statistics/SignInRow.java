package dev.postern.admin.pages.statistics;

import dev.postern.admin.statistics.SignInDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A day in the chart of sign-ins. */
record SignInRow(LocalDate day, long successes, long failures) {

    private static final int DAYS = 30;

    /** Those on which nobody came too. */
    static List<SignInRow> everyDayUpTo(LocalDate today, List<SignInDay> known) {
        Map<LocalDate, SignInDay> byDay = known.stream().collect(Collectors.toMap(SignInDay::day, Function.identity()));
        return today.minusDays(DAYS - 1)
                .datesUntil(today.plusDays(1))
                .map(day -> byDay.getOrDefault(day, new SignInDay(day, 0, 0)))
                .map(one -> new SignInRow(one.day(), one.successes(), one.failures()))
                .toList();
    }
}
