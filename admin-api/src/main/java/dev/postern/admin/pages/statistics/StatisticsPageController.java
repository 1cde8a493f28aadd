package dev.postern.admin.pages.statistics;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.pages.May;
import dev.postern.admin.statistics.ReadStatistics;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

@AllowedFor(Audience.OPERATORS)
@Controller
class StatisticsPageController {

    private final ReadStatistics read;
    private final InstantSource clock;

    StatisticsPageController(ReadStatistics read, InstantSource clock) {
        this.read = read;
        this.clock = clock;
    }

    @GetMapping("/statistics")
    String show(@ModelAttribute("may") May may, Model model) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var accounts = read.ofAccounts();
        model.addAttribute("accounts", accounts);
        model.addAttribute("signIns", SignInRow.everyDayUpTo(today, accounts.signIns()));
        model.addAttribute("storage", StorageChart.of(accounts.storage()));
        model.addAttribute(
                "largest", accounts.largest().stream().map(LargestRow::of).toList());
        if (may.oversee()) {
            model.addAttribute("platform", read.ofPlatform());
        }
        return "statistics";
    }
}
