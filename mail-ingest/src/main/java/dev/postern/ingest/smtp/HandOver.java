package dev.postern.ingest.smtp;

import dev.postern.common.mail.SmtpReply;

/** How one attempt to hand over a message ended. */
public sealed interface HandOver {

    /** The next hop has it, on its disk. */
    record Done(SmtpReply reply) implements HandOver {}

    /** The next hop said no, for now or for good. */
    record Answered(Step step, SmtpReply reply) implements HandOver {}

    /** There was no answer. After {@link Step#END_OF_DATA} the next hop may have the message all the same. */
    record Broken(Step step, String cause) implements HandOver {}

    /** The message or its envelope needs an extension that the next hop does not offer. */
    record Unsupported(String extension) implements HandOver {}

    /** All connections are at work, and none became free in time. */
    record NoConnection() implements HandOver {}
}
