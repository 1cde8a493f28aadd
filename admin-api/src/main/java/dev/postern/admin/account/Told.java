package dev.postern.admin.account;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the page says of what was just done. */
final class Told {

    /** To where it is said. */
    static final String BACK = "redirect:" + OwnAccountController.PAGE;

    private final RedirectAttributes next;

    private Told(RedirectAttributes next) {
        this.next = next;
    }

    static Told of(RedirectAttributes next) {
        return new Told(next);
    }

    /** By the name of its text, {@code account.done.NAME}. */
    void done(String name) {
        next.addFlashAttribute("done", name);
    }

    /** By the name of its text, {@code account.problem.NAME}. */
    void problem(String name, Object... details) {
        next.addFlashAttribute("problem", name);
        next.addFlashAttribute("problemDetails", details);
    }
}
