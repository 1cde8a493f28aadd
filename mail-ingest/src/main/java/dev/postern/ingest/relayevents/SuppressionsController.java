package dev.postern.ingest.relayevents;

import dev.postern.common.mail.MailAddress;
import dev.postern.common.mail.MalformedAddress;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of suppressed addresses, where an operator takes one off or puts one on. */
@Controller
@RequestMapping("/suppressions")
final class SuppressionsController {

    private final Suppressions suppressions;
    private final InstantSource clock;

    SuppressionsController(Suppressions suppressions, InstantSource clock) {
        this.suppressions = suppressions;
        this.clock = clock;
    }

    @ModelAttribute("utc")
    ZoneOffset utc() {
        return ZoneOffset.UTC;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String search, Model model) {
        model.addAttribute("search", search);
        model.addAttribute("suppressions", suppressions.find(search));
        return "suppressions";
    }

    @PostMapping("/add")
    String add(@RequestParam String address, Model model) {
        try {
            suppressions.add(MailAddress.parse(address.strip()), "by an operator", clock.instant());
            return "redirect:/suppressions";
        } catch (MalformedAddress malformed) {
            model.addAttribute("problem", malformed.getMessage());
            return list("", model);
        }
    }

    @PostMapping("/remove")
    String remove(@RequestParam String address) {
        suppressions.remove(MailAddress.parse(address));
        return "redirect:/suppressions";
    }
}
