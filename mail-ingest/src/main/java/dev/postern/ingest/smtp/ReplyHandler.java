package dev.postern.ingest.smtp;

import dev.postern.common.mail.SmtpReply;

/** Takes the replies to a group of commands, in order. */
@FunctionalInterface
interface ReplyHandler {

    void take(Step step, SmtpReply reply) throws StepFailed;
}
