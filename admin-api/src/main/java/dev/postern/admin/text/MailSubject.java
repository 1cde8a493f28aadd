package dev.postern.admin.text;

import java.text.Normalizer;

/** The subject of a message: one line, which cannot become two headers. */
public record MailSubject(String text) {

    public static final int MAX_LENGTH = 200;
    public static final MailSubject NONE = new MailSubject("");

    public MailSubject {
        text = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        Plain.requireLength(text, MAX_LENGTH, "A subject");
        Plain.requireNoControl(text, "A subject");
    }

    @Override
    public String toString() {
        return text;
    }
}
