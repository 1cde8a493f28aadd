package dev.postern.admin.migration.export;

import dev.postern.admin.migration.export.SqlToken.End;
import dev.postern.admin.migration.export.SqlToken.Literal;
import dev.postern.admin.migration.export.SqlToken.Name;
import dev.postern.admin.migration.export.SqlToken.Sign;
import dev.postern.admin.migration.export.SqlToken.Word;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the rows of some tables from a dump of MySQL or MariaDB: what INSERT and REPLACE put into them. Every other
 * statement is passed over; nothing is ever run.
 */
final class SqlDump {

    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_SHOWN = 40;
    private static final Set<String> NO_COLUMN = Set.of(
            "PRIMARY", "KEY", "UNIQUE", "CONSTRAINT", "INDEX", "FULLTEXT", "SPATIAL", "CHECK", "FOREIGN", "PERIOD");
    private static final Set<String> BEFORE_INTO = Set.of("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE");

    private final String file;
    private final Set<String> wanted;
    private final RowSink rows;
    private final SqlTokens tokens;
    private final Map<String, List<String>> columnsOf = new HashMap<>();
    private SqlToken token = new End();
    private long line;

    private SqlDump(String file, Reader reader, Set<String> wanted, RowSink rows) {
        this.file = file;
        this.wanted = wanted;
        this.rows = rows;
        this.tokens = new SqlTokens(reader);
    }

    /**
     * Reads to the end.
     *
     * @param wanted the names of the tables, in small letters
     */
    static void read(String file, Reader reader, Set<String> wanted, RowSink rows) throws IOException, Unreadable {
        new SqlDump(file, reader, wanted, rows).statements();
    }

    private void statements() throws IOException, Unreadable {
        advance();
        while (!(token instanceof End)) {
            if (token instanceof Word word) {
                switch (word.keyword()) {
                    case "CREATE" -> create();
                    case "INSERT", "REPLACE" -> insert();
                    default -> {
                        // Passed over.
                    }
                }
            }
            skipStatement();
        }
    }

    private void create() throws IOException, Unreadable {
        advance();
        if (!isWord("TABLE")) {
            return;
        }
        advance();
        for (var word : List.of("IF", "NOT", "EXISTS")) {
            if (isWord(word)) {
                advance();
            }
        }
        var table = tableName();
        if (table.filter(wanted::contains).isPresent() && token.is('(')) {
            columnsOf.put(table.get(), definitions());
        }
    }

    /** The names of the columns of a table; everything else about it is passed over. */
    private List<String> definitions() throws IOException, Unreadable {
        var columns = new ArrayList<String>();
        var depth = 1;
        advance();
        var first = true;
        while (depth > 0 && !(token instanceof End)) {
            if (first) {
                columnName().ifPresent(columns::add);
                requireFewer(columns.size());
            }
            first = depth == 1 && token.is(',');
            depth += token.is('(') ? 1 : token.is(')') ? -1 : 0;
            advance();
        }
        return columns;
    }

    private Optional<String> columnName() {
        return switch (token) {
            case Name(var text) -> Optional.of(small(text));
            case Word word when !NO_COLUMN.contains(word.keyword()) -> Optional.of(small(word.text()));
            default -> Optional.empty();
        };
    }

    private void insert() throws IOException, Unreadable {
        advance();
        while (token instanceof Word word && BEFORE_INTO.contains(word.keyword())) {
            advance();
        }
        if (isWord("INTO")) {
            advance();
        }
        var table = tableName();
        if (table.filter(wanted::contains).isEmpty()) {
            return;
        }
        var columns = token.is('(') ? names() : columnsOf.get(table.get());
        if (!isWord("VALUES") && !isWord("VALUE")) {
            throw unexpected();
        }
        if (columns == null) {
            throw new Unreadable(line, "CREATE TABLE `%s` ?".formatted(table.get()));
        }
        do {
            advance();
            row(table.get(), columns);
        } while (token.is(','));
    }

    private List<String> names() throws IOException, Unreadable {
        var names = new ArrayList<String>();
        do {
            advance();
            names.add(columnName().orElseThrow(this::unexpected));
            requireFewer(names.size());
            advance();
        } while (token.is(','));
        require(')');
        return names;
    }

    private void row(String table, List<String> columns) throws IOException, Unreadable {
        var place = new Place(file, line);
        require('(');
        var values = new HashMap<String, String>();
        for (var column = 0; column < columns.size(); column++) {
            if (column > 0) {
                require(',');
            }
            var name = columns.get(column);
            value().ifPresent(value -> values.put(name, value));
        }
        require(')');
        rows.take(new TableRow(table, place, values));
    }

    /** Empty for NULL. */
    private Optional<String> value() throws IOException, Unreadable {
        var first = token;
        if (!(first instanceof Literal) && !(first instanceof Word)) {
            throw unexpected();
        }
        advance();
        // _binary 'text', and b'1'
        if (first instanceof Word && token instanceof Literal second) {
            advance();
            return Optional.of(second.text());
        }
        return switch (first) {
            case Literal(var text) -> Optional.of(text);
            case Word word when word.is("NULL") || word.is("DEFAULT") -> Optional.empty();
            case Word(var text) -> Optional.of(text);
            default -> throw unexpected();
        };
    }

    private Optional<String> tableName() throws IOException, Unreadable {
        var name = switch (token) {
            case Name(var text) -> text;
            // With the schema before it.
            case Word(var text) -> text.substring(text.lastIndexOf('.') + 1);
            default -> "";
        };
        advance();
        if (token instanceof Word(var text) && text.equals(".")) {
            advance();
            return tableName();
        }
        return Optional.of(small(name)).filter(text -> !text.isEmpty());
    }

    private void skipStatement() throws IOException, Unreadable {
        while (!token.is(';') && !(token instanceof End)) {
            advance();
        }
        advance();
    }

    private boolean isWord(String keyword) {
        return token instanceof Word word && word.is(keyword);
    }

    private void require(char sign) throws IOException, Unreadable {
        if (!token.is(sign)) {
            throw unexpected();
        }
        advance();
    }

    private void requireFewer(int count) throws Unreadable {
        if (count > MOST_COLUMNS) {
            throw unexpected();
        }
    }

    /** Never with what stands between quotes: it could be a password. */
    private Unreadable unexpected() {
        return new Unreadable(
                line,
                switch (token) {
                    case Word(var text) -> text.substring(0, Math.min(text.length(), LONGEST_SHOWN));
                    case Sign(var character) -> String.valueOf(character);
                    case Name _, Literal _ -> "'…'";
                    case End() -> "";
                });
    }

    private void advance() throws IOException, Unreadable {
        token = tokens.next();
        line = tokens.line();
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
