package dev.postern.admin.migration.mail;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a problem of a move is, in the words of the message bundles. */
@Component
class MoveTexts {

    private final MessageSource messages;

    MoveTexts(MessageSource messages) {
        this.messages = messages;
    }

    Optional<String> problemOf(MailMove move, Locale locale) {
        return move.problem()
                .map(problem -> messages.getMessage(
                        problem.key(), new Object[] {move.source().host().name(), move.words()}, locale));
    }
}
