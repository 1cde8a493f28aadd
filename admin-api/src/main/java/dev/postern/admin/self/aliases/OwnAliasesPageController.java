package dev.postern.admin.self.aliases;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.aliases.DeleteAlias;
import dev.postern.admin.aliases.Expiry;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.pages.Days;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.self.Complaints;
import dev.postern.admin.self.Owner;
import dev.postern.admin.text.Note;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where an owner makes up addresses to give away. */
@AllowedFor(Audience.MAILBOX_OWNERS)
@Controller
@RequestMapping("/self/aliases")
class OwnAliasesPageController {

    private final OwnAliases ownAliases;
    private final CreateOwnAlias createOwnAlias;
    private final DeleteAlias deleteAlias;

    OwnAliasesPageController(OwnAliases ownAliases, CreateOwnAlias createOwnAlias, DeleteAlias deleteAlias) {
        this.ownAliases = ownAliases;
        this.createOwnAlias = createOwnAlias;
        this.deleteAlias = deleteAlias;
    }

    @GetMapping
    String page(Owner owner, Model model) {
        return show(owner, "", "", new Complaints(), model);
    }

    @PostMapping
    String create(
            @RequestParam String note,
            @RequestParam(defaultValue = "") String lastDay,
            Owner owner,
            Model model,
            HttpServletResponse response) {
        var complaints = new Complaints();
        var who = complaints.parse("note", note, Note::new);
        var end = complaints.parseIfFilled("lastDay", lastDay, day -> Expiry.at(Days.endOf(day)));
        var made = complaints.isEmpty()
                ? complaints.take(createOwnAlias.apply(owner.mailbox(), who.orElseThrow(), end.orElse(Expiry.NEVER)))
                : Optional.empty();
        if (made.isPresent()) {
            return "redirect:/self/aliases?done=alias";
        }
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(owner, note, lastDay, complaints, model);
    }

    @PostMapping("/{address}/delete")
    String delete(@PathVariable String address, Owner owner) {
        var alias = NoSuchPage.parse(address, AliasAddress::parse);
        if (deleteAlias.apply(alias, Optional.empty()) instanceof Outcome.Refused<?>(var refusal)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, refusal.detail());
        }
        return "redirect:/self/aliases?done=alias-deleted";
    }

    private String show(Owner owner, String note, String lastDay, Complaints complaints, Model model) {
        model.addAttribute("note", note);
        model.addAttribute("lastDay", lastDay);
        model.addAttribute("complaints", complaints);
        model.addAttribute("aliases", ownAliases.of(owner.mailbox()));
        model.addAttribute("most", createOwnAlias.mostOf(owner.mailbox()));
        return "self/aliases";
    }
}
