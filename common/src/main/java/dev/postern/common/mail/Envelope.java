package dev.postern.common.mail;

/** From whom and to whom one delivery goes, whatever the message's header claims. */
public record Envelope(ReversePath reversePath, MailAddress recipient) {}
