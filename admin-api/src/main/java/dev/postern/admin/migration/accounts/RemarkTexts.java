package dev.postern.admin.migration.accounts;

import dev.postern.admin.migration.export.Remark;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a remark says, in the words of the message bundles. */
@Component
class RemarkTexts {

    private final MessageSource messages;

    RemarkTexts(MessageSource messages) {
        this.messages = messages;
    }

    String of(Remark remark, Locale locale) {
        return messages.getMessage(remark.code().key(), new Object[] {remark.subject(), remark.argument()}, locale);
    }
}
