package dev.postern.common.service.login;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The log-in page. */
@Controller
final class LoginController {

    @GetMapping("/login")
    String login() {
        return "postern/login";
    }
}
