package dev.postern.ingest.dashboard;

import dev.postern.common.mail.TraceId;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of receipts, and all that is known of one trace. */
@Controller
@RequestMapping("/receipts")
final class ReceiptsController {

    private final ReceiptSearch receipts;

    ReceiptsController(ReceiptSearch receipts) {
        this.receipts = receipts;
    }

    @ModelAttribute("utc")
    ZoneOffset utc() {
        return ZoneOffset.UTC;
    }

    @ModelAttribute("outcomes")
    List<Outcome> outcomes() {
        return List.of(Outcome.values());
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String before,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("search", search);
        model.addAttribute("wantedOutcome", outcome);
        model.addAttribute("before", before);
        switch (Wish.read(search, outcome, before)) {
            case Wish.Reading.Good(var wish) ->
                model.addAttribute("page", receipts.page(wish).orElse(null));
            case Wish.Reading.Unusable unusable -> {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                model.addAttribute("unusable", unusable);
            }
        }
        return "receipts";
    }

    @GetMapping("/{traceId}")
    String show(@PathVariable String traceId, Model model, HttpServletResponse response) {
        model.addAttribute("traceId", Shown.briefly(traceId));
        try {
            var trace = receipts.trace(TraceId.parse(traceId.toUpperCase(Locale.ROOT)));
            model.addAttribute("trace", trace.orElse(null));
            if (trace.isPresent() && trace.get().receipts().isEmpty()) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        } catch (IllegalArgumentException malformed) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("malformed", true);
        }
        return "receipt";
    }
}
