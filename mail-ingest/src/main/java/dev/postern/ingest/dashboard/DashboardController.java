package dev.postern.ingest.dashboard;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** The first page, and the part of it that a browser asks for again and again. */
@Controller
final class DashboardController {

    private static final TimeRange DEFAULT = TimeRange.DAY;

    /** htmx then leaves the page as it is. */
    private static final View UNCHANGED = (_, _, response) -> response.setStatus(HttpServletResponse.SC_NO_CONTENT);

    private final LookAround lookAround;

    DashboardController(LookAround lookAround) {
        this.lookAround = lookAround;
    }

    /** @param live {@code off} for a page that stays as it is */
    @GetMapping("/")
    String show(
            @RequestParam(defaultValue = "") String range,
            @RequestParam(defaultValue = "") String live,
            Model model,
            HttpServletResponse response) {
        var wanted = TimeRange.ofTag(range);
        if (wanted.isEmpty() && !range.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("unknownRange", Shown.briefly(range));
        }
        model.addAllAttributes(content(lookAround.over(wanted.orElse(DEFAULT))));
        model.addAttribute("ranges", TimeRange.values());
        model.addAttribute("outcomes", Outcome.values());
        model.addAttribute("live", !live.equals("off"));
        return "dashboard";
    }

    /** @param seen the version that the browser shows */
    @GetMapping("/live")
    ModelAndView refresh(@RequestParam(defaultValue = "") String range, @RequestParam(defaultValue = "") String seen) {
        var overview = lookAround.over(TimeRange.ofTag(range).orElse(DEFAULT));
        if (overview.version().equals(seen)) {
            return new ModelAndView(UNCHANGED);
        }
        var page = new ModelAndView("dashboard :: live", content(overview), HttpStatus.OK);
        return page.addObject("live", true);
    }

    private static Map<String, Object> content(Overview overview) {
        return Map.of("overview", overview, "charts", Charts.of(overview), "utc", ZoneOffset.UTC);
    }
}
