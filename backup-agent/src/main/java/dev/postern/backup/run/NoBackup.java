package dev.postern.backup.run;

/** No backup can be made. The message says why and what to do. */
public final class NoBackup extends Exception {

    private final String text;

    NoBackup(String message) {
        super(message);
        this.text = message;
    }

    @Override
    public String getMessage() {
        return text;
    }
}
