package dev.postern.backup.offsite;

/** The store said no. */
public final class StoreRefused extends RuntimeException {

    private final String code;

    /**
     * A refusal.
     *
     * @param code as the S3 API names it, {@code AccessDenied} for one
     */
    StoreRefused(String code, String detail, Throwable cause) {
        super(detail, cause);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
