package dev.postern.admin.self;

import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page of self-service what its frame shows. */
@ControllerAdvice("dev.postern.admin.self")
class OwnerFrame {

    /** Nothing before the sign-in. */
    @ModelAttribute("sections")
    List<OwnerSection> sections() {
        return OwnerAuthentication.current().isPresent() ? OwnerSection.all() : List.of();
    }
}
