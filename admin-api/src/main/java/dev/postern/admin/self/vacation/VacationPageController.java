package dev.postern.admin.self.vacation;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.self.Complaints;
import dev.postern.admin.self.Owner;
import dev.postern.admin.self.policy.OwnerPolicies;
import dev.postern.admin.self.policy.OwnerPolicy;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where an owner says what is answered while he is away. */
@AllowedFor(Audience.MAILBOX_OWNERS)
@Controller
@RequestMapping("/self/vacation")
class VacationPageController {

    private final ReadVacation readVacation;
    private final SetVacation setVacation;
    private final OwnerPolicies policies;
    private final InstantSource clock;

    VacationPageController(
            ReadVacation readVacation, SetVacation setVacation, OwnerPolicies policies, InstantSource clock) {
        this.readVacation = readVacation;
        this.setVacation = setVacation;
        this.policies = policies;
        this.clock = clock;
    }

    @GetMapping
    String page(Owner owner, Model model) {
        var vacation = readVacation.apply(owner.mailbox());
        return show(owner, VacationForm.of(vacation), new Complaints(), model);
    }

    @PostMapping
    String set(Owner owner, VacationForm form, Model model, HttpServletResponse response) {
        var complaints = new Complaints();
        var done = form.read(complaints).flatMap(wanted -> complaints.take(setVacation.apply(owner.mailbox(), wanted)));
        if (done.isPresent()) {
            return "redirect:/self/vacation?done=vacation";
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(owner, form, complaints, model);
    }

    private String show(Owner owner, VacationForm form, Complaints complaints, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("complaints", complaints);
        model.addAttribute("zones", Absence.zones());
        model.addAttribute("state", readVacation.apply(owner.mailbox()).state(clock.instant()));
        model.addAttribute(
                "allowed",
                policies.of(owner.mailbox().domain())
                        .filter(OwnerPolicy::vacation)
                        .isPresent());
        return "self/vacation";
    }
}
