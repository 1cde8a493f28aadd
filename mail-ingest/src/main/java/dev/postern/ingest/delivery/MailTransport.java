package dev.postern.ingest.delivery;

/** The way to the next hop. */
public interface MailTransport {

    /** Hands the message on, and says what became of it. Ends by the message's deadline. */
    DeliveryOutcome send(InboundMail mail);
}
