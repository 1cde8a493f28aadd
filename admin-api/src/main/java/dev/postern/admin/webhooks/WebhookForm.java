package dev.postern.admin.webhooks;

import dev.postern.admin.pages.Lines;
import dev.postern.admin.pages.Submission;
import dev.postern.admin.text.Note;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A webhook as a page asks for it. */
record WebhookForm(
        @Nullable String url,
        @Nullable String events,
        @Nullable String note,
        @Nullable Boolean enabled) {

    static WebhookForm empty() {
        return new WebhookForm("", "*", "", true);
    }

    static WebhookForm of(Webhook.Settings settings) {
        return new WebhookForm(
                settings.url().toString(),
                Lines.of(settings.events().patterns()),
                settings.note().text(),
                settings.enabled());
    }

    /** Empty if something of it could not be understood, which is told. */
    Optional<Webhook.Settings> read(Submission submission) {
        var target = submission.required("url", TargetUrl::parse);
        var wanted = submission.required("events", text -> EventFilter.parse(Lines.parse(text)));
        var remark = submission.optional("note", Note::new);
        return submission.together(
                "url",
                () -> new Webhook.Settings(
                        target.orElseThrow(),
                        wanted.orElseThrow(),
                        remark.orElse(Note.NONE),
                        Boolean.TRUE.equals(enabled)));
    }
}
