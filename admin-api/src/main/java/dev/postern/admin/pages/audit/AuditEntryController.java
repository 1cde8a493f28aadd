package dev.postern.admin.pages.audit;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.audit.AuditTrail;
import dev.postern.admin.pages.NoSuchPage;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** One entry, with how the thing was before and how it is since. */
@AllowedFor(Audience.OPERATORS)
@Controller
class AuditEntryController {

    private final AuditTrail trail;
    private final Access access;
    private final JsonMapper json;

    AuditEntryController(AuditTrail trail, Access access, JsonMapper json) {
        this.trail = trail;
        this.access = access;
        this.json = json;
    }

    @GetMapping("/audit/{id}")
    String show(@PathVariable String id, Model model) {
        var entry = NoSuchPage.unless(trail.find(NoSuchPage.parse(id, Long::parseLong), access.scope()));
        model.addAttribute("entry", entry);
        model.addAttribute(
                "changes",
                StateChange.between(
                        entry.before().map(json::readTree), entry.after().map(json::readTree)));
        return "audit/one";
    }
}
