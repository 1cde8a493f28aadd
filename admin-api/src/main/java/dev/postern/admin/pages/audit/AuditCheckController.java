package dev.postern.admin.pages.audit;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.audit.AuditVerdict;
import dev.postern.admin.audit.CheckAuditLog;
import dev.postern.admin.pages.Sentences;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whether the log is as it was written: found out anew each time. */
@AllowedFor(Audience.OVERSEERS)
@Controller
class AuditCheckController {

    private final CheckAuditLog check;
    private final InstantSource clock;
    private final Sentences sentences;

    AuditCheckController(CheckAuditLog check, InstantSource clock, Sentences sentences) {
        this.check = check;
        this.clock = clock;
        this.sentences = sentences;
    }

    @GetMapping("/audit/check")
    String check(Model model) {
        switch (check.apply()) {
            case AuditVerdict.Whole(var entries) -> model.addAttribute("entries", entries);
            case AuditVerdict.Broken(var first, var detail) -> {
                model.addAttribute("broken", sentences.say(detail));
                model.addAttribute("entries", first - 1);
            }
        }
        model.addAttribute("at", clock.instant());
        return "audit/check";
    }
}
