package dev.postern.admin.bulk;

/**
 * What is wrong with one line of a file.
 *
 * @param line counted from 1, the names of the columns included
 * @param field the column, or empty if it is the line as a whole
 */
public record LineProblem(long line, String field, String detail) {}
