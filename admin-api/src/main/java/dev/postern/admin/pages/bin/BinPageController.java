package dev.postern.admin.pages.bin;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.bin.Bin;
import dev.postern.admin.bin.BinEntry;
import dev.postern.admin.bin.BinName;
import dev.postern.admin.bin.RestoreFromBin;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Paging;
import dev.postern.admin.pages.Sentences;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was deleted, with a button that brings it back. */
@AllowedFor(Audience.ADMINISTRATORS)
@Controller
@RequestMapping("/bin")
class BinPageController {

    private final Bin bin;
    private final RestoreFromBin restoreFromBin;
    private final Access access;
    private final Sentences sentences;

    BinPageController(Bin bin, RestoreFromBin restoreFromBin, Access access, Sentences sentences) {
        this.bin = bin;
        this.restoreFromBin = restoreFromBin;
        this.access = access;
        this.sentences = sentences;
    }

    @AllowedFor(Audience.OPERATORS)
    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, Model model) {
        model.addAttribute("entries", bin.list(access.scope(), Paging.request(page)));
        return "bin/list";
    }

    @PostMapping("/{entry}/restore")
    String restore(@PathVariable String entry, RedirectAttributes next) {
        var name = NoSuchPage.parse(entry, BinName::parse);
        return switch (restoreFromBin.apply(name)) {
            case Outcome.Done<BinEntry>(var back) -> {
                Notice.on(next, "bin.restored", back.name());
                yield "redirect:" + placeOf(back);
            }
            case Outcome.Refused<BinEntry>(var refusal) -> {
                next.addFlashAttribute("problem", sentences.say(refusal.detail()));
                yield "redirect:/bin";
            }
        };
    }

    private static String placeOf(BinEntry entry) {
        return switch (entry.kind()) {
            case DOMAIN -> "/domains/" + entry.name();
            case MAILBOX -> "/mailboxes/" + entry.name();
            case ALIAS -> "/aliases/" + entry.name();
        };
    }
}
