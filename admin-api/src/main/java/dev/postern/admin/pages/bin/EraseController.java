package dev.postern.admin.pages.bin;

import dev.postern.admin.access.Access;
import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.bin.Bin;
import dev.postern.admin.bin.BinName;
import dev.postern.admin.bin.EraseFromBin;
import dev.postern.admin.pages.Confirmation;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Submission;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Erases something for good before its time, once its name was typed. */
@AllowedFor(Audience.ADMINISTRATORS)
@Controller
@RequestMapping("/bin/{entry}/erase")
class EraseController {

    private static final String PAGE = "bin/erase";

    private final Bin bin;
    private final EraseFromBin eraseFromBin;
    private final Access access;
    private final Sentences sentences;

    EraseController(Bin bin, EraseFromBin eraseFromBin, Access access, Sentences sentences) {
        this.bin = bin;
        this.eraseFromBin = eraseFromBin;
        this.access = access;
        this.sentences = sentences;
    }

    @GetMapping
    String ask(@PathVariable String entry, Model model) {
        var name = NoSuchPage.parse(entry, BinName::parse);
        name.allow(access);
        model.addAttribute("form", new Confirmation("", null));
        return show(name, model);
    }

    @PostMapping
    String erase(
            @PathVariable String entry,
            @ModelAttribute("form") Confirmation form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var name = NoSuchPage.parse(entry, BinName::parse);
        name.allow(access);
        var submission = new Submission(errors, sentences);
        form.read(submission, name, BinName::parse);
        if (submission.submit(() -> eraseFromBin.apply(name, name.text())).isEmpty()) {
            submission.mark(response);
            return show(name, model);
        }
        Notice.on(next, "bin.erased", name.text());
        return "redirect:/bin";
    }

    private String show(BinName name, Model model) {
        model.addAttribute("entry", NoSuchPage.unless(bin.find(name.text())));
        return PAGE;
    }
}
