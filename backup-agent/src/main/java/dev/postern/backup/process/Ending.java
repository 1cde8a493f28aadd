package dev.postern.backup.process;

/**
 * How a program ended by itself.
 *
 * @param exitCode 0 if all went well
 * @param errors the end of what it wrote to its standard error
 */
public record Ending(int exitCode, String errors) {}
