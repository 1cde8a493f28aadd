package dev.postern.ingest.smtp;

/** Where in the dialogue something happened. */
public enum Step {
    /** No connection was to be had. */
    CONNECT,
    GREETING,
    EHLO,
    XCLIENT,
    MAIL,
    RCPT,
    DATA,
    /** The message itself and the reply to its end. */
    END_OF_DATA
}
