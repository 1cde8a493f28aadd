package dev.postern.admin.migration.mail;

import dev.postern.admin.audit.AuditLog;
import dev.postern.admin.mailboxes.Mailboxes;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class MoveConfiguration {

    @Bean
    MoveSessions moveSessions(MoveSettings settings) {
        return new DovecotMoveSessions(settings);
    }

    @Bean
    RunMove runMove(
            MailMoves moves,
            Mailboxes mailboxes,
            FolderMappings mappings,
            MoveSessions sessions,
            MoveSettings settings,
            AuditLog audit,
            TransactionTemplate transaction) {
        return new RunMove(moves, mailboxes, mappings, sessions, settings, audit, transaction, InstantSource.system());
    }

    /** Not in the training run of the AOT cache, which has no database. */
    @Bean
    @Profile("!training")
    MoveSchedule moveSchedule(MailMoves moves, RunMove runMove, MoveSettings settings) {
        return new MoveSchedule(moves, runMove, settings, InstantSource.system());
    }
}
