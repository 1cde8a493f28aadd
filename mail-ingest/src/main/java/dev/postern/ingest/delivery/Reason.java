package dev.postern.ingest.delivery;

import java.util.Locale;

/** Why an outcome is what it is: the labels of metrics, log lines and receipts. */
public enum Reason {
    /** The next hop took it. */
    HANDED_OVER,
    /** It had come before, and was taken then. */
    DUPLICATE,
    /** The next hop does not take mail from this sender. */
    SENDER,
    /** The next hop does not take mail for this recipient. */
    RECIPIENT,
    /** The next hop does not take this message. */
    CONTENT,
    /** It is larger than allowed. */
    TOO_LARGE,
    /** An envelope address is none. */
    ADDRESS,
    /** It was taken for the same recipient before, and forwarding has brought it back. */
    LOOP,
    /** The next hop said to come again. */
    NEXT_HOP_BUSY,
    /** The next hop could not be reached, or the connection broke before the message was complete. */
    UNREACHABLE,
    /** The message was sent, but the answer never came. */
    UNCONFIRMED,
    /** The next hop does not understand us: a fault of ours or of its configuration, never of the message. */
    MISUNDERSTOOD,
    /** Too much at work here. */
    BUSY,
    /** No room to keep the body while it is at work. */
    NO_ROOM,
    /** No room to remember what was delivered. */
    RECEIPTS_FULL,
    /** Time was up. */
    TIMEOUT,
    /** A fault of this service. */
    FAULT;

    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
