package dev.postern.admin.web;

/** A field or parameter of a request that cannot be understood; the message says what would be right. */
public final class InvalidRequest extends RuntimeException {

    private final String field;

    InvalidRequest(String field, String detail) {
        super(detail);
        this.field = field;
    }

    String field() {
        return field;
    }

    /** With the field that it is about, for a page. */
    public String told() {
        return "%s: %s".formatted(field, getMessage());
    }

    /** The same, told of one of many that were sent together. */
    public InvalidRequest in(String place) {
        return new InvalidRequest("%s: %s".formatted(place, field), String.valueOf(getMessage()));
    }
}
