package dev.postern.admin.pages.audit;

import dev.postern.admin.audit.AuditSearch;
import dev.postern.admin.pages.Days;
import dev.postern.admin.pages.Submission;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which entries are wanted, as it stands in the address of the page.
 *
 * @param from the first day, by UTC
 * @param until the last day
 */
record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,
        @Nullable String from,
        @Nullable String until) {

    AuditSearch read(Submission submission) {
        return new AuditSearch(
                submission.optional("actor", Function.identity()),
                submission.optional("action", Function.identity()),
                submission.optional("subject", Function.identity()),
                submission.optional("from", Days::beginOf),
                submission.optional("until", Days::endOf));
    }

    /** Public, for the page asks it: a path with the same wishes. */
    public String at(String path) {
        var said = new LinkedHashMap<String, Object>();
        keep(said, "actor", actor);
        keep(said, "action", action);
        keep(said, "subject", subject);
        keep(said, "from", from);
        keep(said, "until", until);
        var address = UriComponentsBuilder.fromPath(path);
        // By places that are filled in afterwards: what was typed may look like one itself.
        said.keySet().forEach(name -> address.queryParam(name, "{%s}".formatted(name)));
        return address.encode().buildAndExpand(said).toUriString();
    }

    private static void keep(Map<String, Object> said, String name, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            said.put(name, text);
        }
    }
}
