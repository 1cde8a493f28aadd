package dev.postern.backup.process;

import java.util.ArrayDeque;
import java.util.Deque;

/** Keeps the end of what a program complains about, so that one that never stops complaining fills no memory. */
final class LastLines {

    private static final int LINES = 40;
    private static final int LENGTH = 1000;

    private final Deque<String> lines = new ArrayDeque<>();

    synchronized void add(String line) {
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line.length() > LENGTH ? line.substring(0, LENGTH) : line);
    }

    synchronized String text() {
        return String.join("\n", lines);
    }
}
