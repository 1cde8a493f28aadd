package dev.postern.admin.domains;

/** What begins the detail of an address: mail for {@code name+detail@} goes to {@code name@}. */
public enum DetailSeparator {
    PLUS("+"),
    HYPHEN("-"),
    /** Addresses of the domain have no detail. */
    NONE("");

    private final String sign;

    DetailSeparator(String sign) {
        this.sign = sign;
    }

    /** As the table writes it. */
    String sign() {
        return sign;
    }

    /** As the API writes it. */
    @Override
    public String toString() {
        return this == NONE ? "none" : sign;
    }

    /**
     * Parses what {@link #toString()} writes.
     *
     * @throws IllegalArgumentException naming what there is
     */
    public static DetailSeparator parse(String text) {
        for (var separator : values()) {
            if (separator.toString().equals(text)) {
                return separator;
            }
        }
        throw new IllegalArgumentException("'%s' begins no detail; use '+', '-' or 'none'.".formatted(text));
    }

    static DetailSeparator ofSign(String sign) {
        return sign.isEmpty() ? NONE : parse(sign);
    }
}
