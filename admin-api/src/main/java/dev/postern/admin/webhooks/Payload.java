package dev.postern.admin.webhooks;

import dev.postern.admin.audit.AuditFeed;
import tools.jackson.databind.json.JsonMapper;

/** What a receiver is told of a change, the same each time. Secrets are not in the audit log, and so not in here. */
final class Payload {

    private Payload() {}

    static String of(AuditFeed.Change change, JsonMapper json) {
        var data = json.createObjectNode();
        data.put("id", change.id());
        data.put("subject", change.subject());
        data.put("domain", change.domain().orElse(null));
        data.putObject("actor").put("kind", change.kind()).put("name", change.actor());
        change.before().ifPresent(before -> data.set("before", json.readTree(before)));
        change.after().ifPresent(after -> data.set("after", json.readTree(after)));
        return json.createObjectNode()
                .put("type", change.action())
                .put("timestamp", change.at().toString())
                .set("data", data)
                .toString();
    }
}
