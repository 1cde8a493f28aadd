package dev.postern.admin.pages;

import dev.postern.admin.access.CurrentActor;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page what its parts ask for. */
@ControllerAdvice
class PageAdvice {

    private final May may;

    PageAdvice(CurrentActor current) {
        this.may = new May(current);
    }

    @ModelAttribute("may")
    May may() {
        return may;
    }
}
