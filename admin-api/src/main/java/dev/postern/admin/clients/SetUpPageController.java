package dev.postern.admin.clients;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@AllowedFor(Audience.EVERYBODY)
@Controller
class SetUpPageController {

    private final HostedDomains domains;
    private final ClientSettings settings;

    SetUpPageController(HostedDomains domains, ClientSettings settings) {
        this.domains = domains;
        this.settings = settings;
    }

    @GetMapping("/clients")
    String setUp(@RequestParam(defaultValue = "") String address, Model model, HttpServletResponse response) {
        model.addAttribute("typed", address);
        if (!address.isBlank()) {
            switch (domains.lookUp(address)) {
                case AddressLookup.Hosted(var hosted) -> model.addAttribute("setUp", SetUp.of(hosted, settings));
                case AddressLookup.Foreign(var domain) -> {
                    model.addAttribute("foreign", domain.unicode());
                    response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                }
                case AddressLookup.Malformed _ -> {
                    model.addAttribute("malformed", true);
                    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                }
            }
        }
        return "clients";
    }
}
