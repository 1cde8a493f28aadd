package dev.postern.admin.audit;

import java.util.List;

/** Where every change is written down, in the transaction that makes it: neither is there without the other. */
public interface AuditLog {

    /**
     * Writes down what the present actor does. It comes last in a transaction, since all changes wait for each other
     * from here on until it ends.
     */
    void add(AuditEvent event);

    /** Writes down several, in their order. */
    void addAll(List<AuditEvent> events);
}
