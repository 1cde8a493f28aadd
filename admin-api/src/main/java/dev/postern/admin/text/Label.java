package dev.postern.admin.text;

import java.text.Normalizer;

/** What somebody calls a thing of his, in one line. */
public record Label(String text) {

    public static final int MAX_LENGTH = 100;

    public Label {
        text = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (text.isEmpty()) {
            throw new IllegalArgumentException(
                    "A name has 1 to %d characters, like 'Telephone'.".formatted(MAX_LENGTH));
        }
        Plain.requireLength(text, MAX_LENGTH, "A name");
        Plain.requireNoControl(text, "A name");
    }

    @Override
    public String toString() {
        return text;
    }
}
