package dev.postern.admin.migration.export;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;

/** Cuts a dump into tokens. Comments are left out, also those that MySQL would run. */
final class SqlTokens {

    private static final int LONGEST_TOKEN = 64 * 1024;
    private static final int NOTHING = -1;
    private static final int MOST_BACK = 3;
    private static final char BACKSLASH = '\\';
    private static final char CONTROL_Z = 26;

    private final PushbackReader reader;
    private long line = 1;

    SqlTokens(Reader reader) {
        this.reader = new PushbackReader(reader, MOST_BACK);
    }

    /** Where the next token begins, or before. */
    long line() {
        return line;
    }

    SqlToken next() throws IOException, Unreadable {
        skipSpaceAndComments();
        var first = read();
        return switch (first) {
            case NOTHING -> new SqlToken.End();
            case '\'', '"' -> new SqlToken.Literal(quoted((char) first, true));
            case '`' -> new SqlToken.Name(quoted('`', false));
            default -> isWord(first) || isNegative(first) ? word((char) first) : new SqlToken.Sign((char) first);
        };
    }

    private void skipSpaceAndComments() throws IOException, Unreadable {
        while (true) {
            var next = read();
            if (next == '#' || (next == '-' && follows("-") && isSpaceAfterDashes())) {
                skipLine();
            } else if (next == '/' && follows("*")) {
                skipComment();
            } else if (next == NOTHING || !isSpace(next)) {
                back(next);
                return;
            }
        }
    }

    /** Two dashes begin a comment only before a space: {@code 1--1} is a number. */
    private boolean isSpaceAfterDashes() throws IOException {
        var next = read();
        if (next == NOTHING || isSpace(next)) {
            back(next);
            return true;
        }
        back(next);
        back('-');
        return false;
    }

    private boolean follows(String one) throws IOException {
        var next = read();
        if (next == one.charAt(0)) {
            return true;
        }
        back(next);
        return false;
    }

    private void skipLine() throws IOException {
        var next = read();
        while (next != '\n' && next != NOTHING) {
            next = read();
        }
    }

    private void skipComment() throws IOException, Unreadable {
        var begin = line;
        var before = read();
        for (var next = read(); before != '*' || next != '/'; next = read()) {
            if (next == NOTHING) {
                throw new Unreadable(begin, "/*");
            }
            before = next;
        }
    }

    private String quoted(char quote, boolean escapes) throws IOException, Unreadable {
        var begin = line;
        var text = new StringBuilder();
        while (true) {
            var next = read();
            if (next == NOTHING || text.length() > LONGEST_TOKEN) {
                throw new Unreadable(begin, String.valueOf(quote));
            }
            if (next == quote) {
                if (!follows(String.valueOf(quote))) {
                    return text.toString();
                }
                text.append(quote);
            } else if (next == BACKSLASH && escapes) {
                text.append(escaped(begin));
            } else {
                text.append((char) next);
            }
        }
    }

    private char escaped(long begin) throws IOException, Unreadable {
        var next = read();
        return switch (next) {
            case NOTHING -> throw new Unreadable(begin, "\\");
            case '0' -> '\0';
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'Z' -> CONTROL_Z;
            default -> (char) next;
        };
    }

    private SqlToken word(char first) throws IOException, Unreadable {
        var text = new StringBuilder().append(first);
        var next = read();
        while (isWord(next)) {
            if (text.length() > LONGEST_TOKEN) {
                throw new Unreadable(line, text.substring(0, 20));
            }
            text.append((char) next);
            next = read();
        }
        back(next);
        return new SqlToken.Word(text.toString());
    }

    private boolean isNegative(int first) throws IOException {
        if (first != '-') {
            return false;
        }
        var next = read();
        back(next);
        return next >= '0' && next <= '9';
    }

    private static boolean isWord(int character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9')
                || character == '_'
                || character == '$'
                || character == '@'
                || character == '.'
                || character > 127;
    }

    private static boolean isSpace(int character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    private int read() throws IOException {
        var character = reader.read();
        if (character == '\n') {
            line++;
        }
        return character;
    }

    private void back(int character) throws IOException {
        if (character == NOTHING) {
            return;
        }
        if (character == '\n') {
            line--;
        }
        reader.unread(character);
    }
}
