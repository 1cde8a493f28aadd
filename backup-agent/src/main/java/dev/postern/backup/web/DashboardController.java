package dev.postern.backup.web;

import dev.postern.backup.watch.StorageWatch;
import java.time.ZoneOffset;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page for operators. */
@Controller
class DashboardController {

    private final StorageWatch watch;

    DashboardController(StorageWatch watch) {
        this.watch = watch;
    }

    @GetMapping("/")
    String show(Model model) {
        var report = watch.latest();
        model.addAttribute("measuredAt", report.measuredAt().atOffset(ZoneOffset.UTC));
        model.addAttribute("separation", report.separation().name());
        model.addAttribute(
                "places", report.findings().stream().map(PlaceCard::of).toList());
        return "storage";
    }
}
