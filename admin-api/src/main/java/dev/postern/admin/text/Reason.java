package dev.postern.admin.text;

import java.text.Normalizer;

/** Why somebody did something, in one line. */
public record Reason(String text) {

    public static final int MAX_LENGTH = 200;
    public static final Reason NONE = new Reason("");

    public Reason {
        text = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        Plain.requireLength(text, MAX_LENGTH, "A reason");
        Plain.requireNoControl(text, "A reason");
    }

    @Override
    public String toString() {
        return text;
    }
}
