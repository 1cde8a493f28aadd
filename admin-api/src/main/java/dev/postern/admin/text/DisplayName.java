package dev.postern.admin.text;

import java.text.Normalizer;

/** What the owner of a mailbox is called. It stands in headers of mail, so it has one line. */
public record DisplayName(String text) {

    public static final int MAX_LENGTH = 100;
    public static final DisplayName NONE = new DisplayName("");

    public DisplayName {
        text = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        Plain.requireLength(text, MAX_LENGTH, "A display name");
        Plain.requireNoControl(text, "A display name");
    }

    @Override
    public String toString() {
        return text;
    }
}
