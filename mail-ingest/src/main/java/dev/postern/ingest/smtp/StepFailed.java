package dev.postern.ingest.smtp;

import dev.postern.common.mail.SmtpReply;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A step of the dialogue was not answered as hoped, or not at all. */
final class StepFailed extends IOException {

    private final Step step;
    private final transient @Nullable SmtpReply reply;

    StepFailed(Step step, SmtpReply reply) {
        super("the server answered %s with %s".formatted(step, reply));
        this.step = step;
        this.reply = reply;
    }

    StepFailed(Step step, IOException cause) {
        super(describe(cause), cause);
        this.step = step;
        this.reply = null;
    }

    Step step() {
        return step;
    }

    /** What the server said; nothing if the connection broke or time was up. */
    @Nullable
    SmtpReply reply() {
        return reply;
    }

    /** Whether the server is gone or going, as far as this connection is concerned. */
    boolean endsConnection() {
        return reply == null || reply.code() == 421;
    }

    private static String describe(IOException cause) {
        var text = cause.getMessage();
        return text == null ? cause.getClass().getSimpleName() : text;
    }
}
