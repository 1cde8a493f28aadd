package dev.postern.admin.pages.bulk;

import dev.postern.admin.access.AllowedFor;
import dev.postern.admin.access.Audience;
import dev.postern.admin.addresses.HostedAddress;
import dev.postern.admin.aliases.AliasAddress;
import dev.postern.admin.bulk.BulkAction;
import dev.postern.admin.bulk.ChangeMany;
import dev.postern.admin.outcome.Outcome;
import dev.postern.admin.pages.Notice;
import dev.postern.admin.pages.Sentences;
import dev.postern.admin.pages.Size;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Does the same to all accounts that were ticked in a list. What is deleted lies in the bin. */
@AllowedFor(Audience.ADMINISTRATORS)
@Controller
class BulkPageController {

    private final ChangeMany changeMany;
    private final Sentences sentences;

    BulkPageController(ChangeMany changeMany, Sentences sentences) {
        this.changeMany = changeMany;
        this.sentences = sentences;
    }

    @PostMapping("/mailboxes/bulk")
    String changeMailboxes(
            @RequestParam(name = "address", defaultValue = "") List<String> addresses,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String quota,
            @RequestParam(defaultValue = "") String domain,
            RedirectAttributes next) {
        tell(
                () -> changeMany.toMailboxes(
                        addresses.stream().map(HostedAddress::parse).toList(),
                        BulkAction.parse(action),
                        Optional.of(quota).filter(text -> !text.isBlank()).map(Size::quota)),
                action,
                next);
        return back("/mailboxes", domain);
    }

    @PostMapping("/aliases/bulk")
    String changeAliases(
            @RequestParam(name = "address", defaultValue = "") List<String> addresses,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String domain,
            RedirectAttributes next) {
        tell(
                () -> changeMany.toAliases(
                        addresses.stream().map(AliasAddress::parse).toList(), BulkAction.parse(action)),
                action,
                next);
        return back("/aliases", domain);
    }

    private void tell(Supplier<Outcome<Integer>> deed, String action, RedirectAttributes next) {
        try {
            switch (deed.get()) {
                case Outcome.Done<Integer>(var count) -> Notice.on(next, "bulk.done." + action, count);
                case Outcome.Refused<Integer>(var refusal) ->
                    next.addFlashAttribute("problem", sentences.say(refusal.detail()));
            }
        } catch (IllegalArgumentException unfit) {
            next.addFlashAttribute("problem", sentences.say(String.valueOf(unfit.getMessage())));
        }
    }

    private static String back(String list, String domain) {
        var place = UriComponentsBuilder.fromPath(list);
        if (!domain.isBlank()) {
            place.queryParam("domain", "{domain}");
        }
        return "redirect:" + place.encode().buildAndExpand(domain).toUriString();
    }
}
