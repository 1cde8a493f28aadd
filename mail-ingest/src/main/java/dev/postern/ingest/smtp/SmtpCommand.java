package dev.postern.ingest.smtp;

/** A command line, without its end. */
record SmtpCommand(Step step, String line) {}
