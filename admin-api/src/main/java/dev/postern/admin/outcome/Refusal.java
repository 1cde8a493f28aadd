package dev.postern.admin.outcome;

/** Why something was not done. The detail is for people: it says what is wrong and what to do instead. */
public sealed interface Refusal {

    String detail();

    /** What should be read, changed or deleted is not there. */
    record Missing(String detail) implements Refusal {}

    /** The name is in use already. */
    record Taken(String field, String detail) implements Refusal {}

    /** The value of a field cannot be accepted. */
    record Unfit(String field, String detail) implements Refusal {}

    /**
     * Somebody else changed it first.
     *
     * @param present how it is now
     */
    record Stale(Versioned present, String detail) implements Refusal {}
}
