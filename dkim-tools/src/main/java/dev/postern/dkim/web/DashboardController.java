package dev.postern.dkim.web;

import dev.postern.dkim.keys.KeyStore;
import java.time.ZoneOffset;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The page for operators. */
@Controller
class DashboardController {

    private final KeyStore store;

    DashboardController(KeyStore store) {
        this.store = store;
    }

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute("domains", store.all());
        model.addAttribute("utc", ZoneOffset.UTC);
        model.addAttribute(
                "api",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/api/v1/keys")
                        .toUriString());
        return "keys";
    }
}
