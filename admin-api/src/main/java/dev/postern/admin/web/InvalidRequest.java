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
}
