package dev.postern.backup.manifest;

/**
 * A component that should have been saved and was not.
 *
 * @param reason why, for people
 */
public record Gap(Component component, String reason) {}
