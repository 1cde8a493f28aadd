package dev.postern.admin.migration.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlDumpTest {

    @Test
    void takesColumnsFromTheInsertOrFromTheTable() throws IOException, Unreadable {
        var rows = Exports.rowsOf("""
                create table if not exists `t` (`a` int(10) unsigned default '0,(', b varchar(10) check (b in ('x','y')),
                  KEY `k` (`a`,`b`), CONSTRAINT c FOREIGN KEY (`a`) REFERENCES `o` (`a`)) comment='(;';
                INSERT INTO `t` VALUES (1,'x'),(-2,NULL);
                insert ignore into `db`.`t` (`b`) values ('y');
                REPLACE INTO db.t (A) VALUES (_utf8mb4 'z'), (0x41);
                insert into `other` values (1,2,3);
                """, "t");

        assertThat(rows)
                .extracting(TableRow::values)
                .containsExactly(
                        Map.of("a", "1", "b", "x"),
                        Map.of("a", "-2"),
                        Map.of("b", "y"),
                        Map.of("a", "z"),
                        Map.of("a", "0x41"));
        assertThat(rows).extracting(row -> row.place().number()).containsExactly(3L, 3L, 4L, 5L, 5L);
    }

    @Test
    void readsEscapesAsMySqlDoes() throws IOException, Unreadable {
        var rows = Exports.rowsOf("insert into t (a) values ('it''s \\'so\\' \\\\ \\n\\t\\\"\\%'), (\"a\"\"b\");", "t");

        assertThat(rows)
                .extracting(TableRow::values)
                .containsExactly(Map.of("a", "it's 'so' \\ \n\t\"%"), Map.of("a", "a\"b"));
    }

    @Test
    void leavesOutComments() throws IOException, Unreadable {
        var rows = Exports.rowsOf("""
                -- insert into t (a) values (1);
                # insert into t (a) values (2);
                /* insert into t (a) values (3); */
                /*!40000 insert into t (a) values (4) */;
                insert into t (a) /* here */ values (5--1
                );
                """.replace("5--1", "5 -- 1"), "t");

        assertThat(rows).extracting(TableRow::values).containsExactly(Map.of("a", "5"));
    }

    @Test
    void takesNoTextForAStatement() throws IOException, Unreadable {
        var rows = Exports.rowsOf(
                "insert into other (a) values ('); insert into t (a) values (1); --'); insert into t (a) values (2);",
                "t");

        assertThat(rows).extracting(TableRow::values).containsExactly(Map.of("a", "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into t values (1);",
                "insert into t (a) values (1",
                "insert into t (a) values ('unfinished",
                "insert into t (a) values (1, 2);",
                "insert into t (a, b) values (1);",
                "insert into t (a) values (now());",
                "insert into t (a) values ((select 1));",
                "insert into t (a) select 1;",
                "insert into t set a = 1;",
                "insert into t () values ();",
                "/* insert into t (a) values (1);"
            })
    void refusesWhatItDoesNotUnderstand(String sql) {
        assertThatThrownBy(() -> Exports.rowsOf(sql, "t")).isInstanceOf(Unreadable.class);
    }

    @Test
    void doesNotShowWhatStandsBetweenQuotes() {
        assertThatThrownBy(() -> Exports.rowsOf("insert into t (a) values (1 'secret' 'secret2');", "t"))
                .isInstanceOf(Unreadable.class)
                .hasMessageNotContaining("secret");
    }

    @Property
    void readsBackWhatADumpWouldWrite(@ForAll("texts") List<String> texts) throws IOException, Unreadable {
        var values = new StringBuilder("insert into `t` (`a`) values ");
        for (var text : texts) {
            values.append(values.charAt(values.length() - 1) == ')' ? "," : "")
                    .append("('")
                    .append(escaped(text))
                    .append("')");
        }

        assertThat(Exports.rowsOf(values + ";", "t"))
                .extracting(row -> row.values().get("a"))
                .containsExactlyElementsOf(texts);
    }

    @Property
    void endsOnWhateverComes(@ForAll("pieces") List<String> pieces) throws IOException {
        try {
            SqlDump.read("x", new StringReader(String.join("", pieces)), Set.of("t"), _ -> {});
        } catch (Unreadable unreadable) {
            assertThat(unreadable.line()).isPositive();
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        return Arbitraries.strings()
                .withChars("'\"\\`;,()-#/* \n\r\t%_ä日\0")
                .alpha()
                .ofMaxLength(20)
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "insert", "into", "t", "create", "table", "values", "'", "\"", "`", "\\", "(", ")", ",", ";",
                        "--", "-", "#", "/*", "*/", "\n", " ", "null", "1", "-1", "é", "\0", "if", "not", "exists", ".",
                        "a")
                .list()
                .ofMaxSize(40);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("'", "\\'")
                .replace("\0", "\\0")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }
}
