package dev.postern.admin.surroundings;

/** A DKIM key to be published. */
public record DkimRecord(String name, String value) {}
