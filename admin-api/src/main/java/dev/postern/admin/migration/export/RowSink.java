package dev.postern.admin.migration.export;

/** Takes the rows of an export, one after the other. */
@FunctionalInterface
interface RowSink {

    /**
     * Takes a row.
     *
     * @throws Unreadable if there are too many
     */
    void take(TableRow row) throws Unreadable;
}
