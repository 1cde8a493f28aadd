package dev.postern.admin.text;

import java.text.Normalizer;

/** The text of a message, its lines ended by {@code \n}. */
public record MailText(String text) {

    public static final int MAX_LENGTH = 5000;
    public static final MailText NONE = new MailText("");

    public MailText {
        text = Normalizer.normalize(text.strip().replace("\r\n", "\n"), Normalizer.Form.NFC);
        Plain.requireLength(text, MAX_LENGTH, "A text");
        Plain.requireNoControl(text.replace("\n", "").replace("\t", ""), "A text");
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return text;
    }
}
