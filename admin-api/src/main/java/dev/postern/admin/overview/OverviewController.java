package dev.postern.admin.overview;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@AllowedFor(Audience.OPERATORS)
@Controller
class OverviewController {

    private final LookAround lookAround;

    OverviewController(LookAround lookAround) {
        this.lookAround = lookAround;
    }

    @GetMapping("/")
    String overview(Model model) {
        model.addAttribute("overview", lookAround.apply());
        return "overview";
    }
}
