package dev.postern.admin.audit;

/** Whether the audit log is as it was written. */
public sealed interface AuditVerdict {

    /** Every entry is there, and as it was written. */
    record Whole(long entries) implements AuditVerdict {}

    /**
     * It was tampered with.
     *
     * @param entry the number of the first entry that is not what was written
     */
    record Broken(long entry, String detail) implements AuditVerdict {}
}
