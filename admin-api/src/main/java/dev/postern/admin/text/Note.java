package dev.postern.admin.text;

import java.text.Normalizer;

/** What operators want to remember about something. It may have several lines. */
public record Note(String text) {

    public static final int MAX_LENGTH = 250;
    public static final Note NONE = new Note("");

    public Note {
        text = Normalizer.normalize(text.strip().replace("\r\n", "\n"), Normalizer.Form.NFC);
        Plain.requireLength(text, MAX_LENGTH, "A note");
        Plain.requireNoControl(text.replace("\n", ""), "A note");
    }

    @Override
    public String toString() {
        return text;
    }
}
