package dev.postern.ingest.dashboard;

import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneOffset;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that answers where a message is. */
@Controller
final class MailController {

    private final FindMail findMail;

    MailController(FindMail findMail) {
        this.findMail = findMail;
    }

    @GetMapping("/mail")
    String find(@RequestParam(defaultValue = "") String search, Model model, HttpServletResponse response) {
        var passages = findMail.matching(search);
        if (passages.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
        model.addAttribute("utc", ZoneOffset.UTC);
        model.addAttribute("search", search);
        model.addAttribute("passages", passages.orElse(null));
        return "mail";
    }
}
