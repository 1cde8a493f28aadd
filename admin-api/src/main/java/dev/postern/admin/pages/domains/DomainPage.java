package dev.postern.admin.pages.domains;

import dev.postern.admin.access.Access;
import dev.postern.admin.domains.Administrators;
import dev.postern.admin.domains.DetailSeparator;
import dev.postern.admin.domains.DomainContents;
import dev.postern.admin.domains.Domains;
import dev.postern.admin.pages.Lines;
import dev.postern.admin.pages.NoSuchPage;
import dev.postern.admin.surroundings.WatchSurroundings;
import dev.postern.admin.usage.Stored;
import dev.postern.admin.usage.Usages;
import dev.postern.common.mail.DomainName;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of one domain shows. A form that was refused stays as it was filled in. */
@Component
class DomainPage {

    private final Domains domains;
    private final DomainContents contents;
    private final Administrators administrators;
    private final Usages usages;
    private final WatchSurroundings watch;
    private final Access access;

    DomainPage(
            Domains domains,
            DomainContents contents,
            Administrators administrators,
            Usages usages,
            WatchSurroundings watch,
            Access access) {
        this.domains = domains;
        this.contents = contents;
        this.administrators = administrators;
        this.usages = usages;
        this.watch = watch;
        this.access = access;
    }

    String show(DomainName name, Model model) {
        access.toSee(name);
        var domain = NoSuchPage.unless(domains.find(name));
        var content = contents.of(name);
        model.addAttribute("domain", domain);
        model.addAttribute("row", new DomainRow(domain, content, watch.latest().leavesUnsigned(name)));
        model.addAttribute("stored", Stored.in(usages.in(List.of(name)).values()));
        model.addAttribute(
                "separators",
                Arrays.stream(DetailSeparator.values())
                        .map(DetailSeparator::toString)
                        .toList());
        unlessRefused(model, "generalForm", () -> DomainForm.of(domain));
        unlessRefused(model, "limitsForm", () -> LimitsForm.of(domain.limits(), domain.version()));
        unlessRefused(model, "catchAllForm", () -> new CatchAllForm(Lines.of(content.catchAll())));
        unlessRefused(model, "adminsForm", () -> new AdministratorsForm(administrators.of(name)));
        model.addAttribute("candidates", administrators.candidates());
        return "domains/one";
    }

    private static void unlessRefused(Model model, String form, Supplier<Object> present) {
        if (!model.containsAttribute(form)) {
            model.addAttribute(form, present.get());
        }
    }
}
