package dev.postern.admin.self.vacation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.admin.text.MailSubject;
import dev.postern.admin.text.MailText;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever somebody writes stays inside the strings of the script. */
class VacationScriptPropertyTest {

    @Property
    void keepsWhatIsWrittenInItsString(@ForAll("texts") String subject, @ForAll("texts") String text) {
        var vacation = new Vacation(
                true,
                new MailSubject(subject.replace("\n", " ")),
                new MailText("x" + text),
                Absence.openIn(ZoneId.of("UTC")),
                7);

        var script = VacationScript.of(vacation);

        var strings = StringsOf.script(script.begin() + "\"a@b.example\"" + script.end());
        var line = vacation.subject().text();
        assertThat(strings.outside())
                .isEqualTo(
                        line.isEmpty()
                                ? "require [S];\nvacation :days 7 :addresses [S] S;\n"
                                : "require [S];\nvacation :days 7 :subject S :addresses [S] S;\n");
        assertThat(strings.last().replace("\r\n", "\n"))
                .isEqualTo(vacation.text().text());
        if (!line.isEmpty()) {
            assertThat(strings.second()).isEqualTo(line);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars('"', '\\', '\n', ';', '}', ']', '.', '$', '{', 'a', '日', '\u00a0')
                .ofMaxLength(40);
    }

    /** Reads the strings of a script as RFC 5228 §2.4.2 has them. */
    private record StringsOf(String outside, List<String> all) {

        static StringsOf script(String script) {
            var outside = new StringBuilder();
            var all = new ArrayList<String>();
            for (var at = 0; at < script.length(); at++) {
                if (script.charAt(at) != '"') {
                    outside.append(script.charAt(at));
                    continue;
                }
                var string = new StringBuilder();
                for (at++; script.charAt(at) != '"'; at++) {
                    if (script.charAt(at) == '\\') {
                        at++;
                    }
                    string.append(script.charAt(at));
                }
                outside.append('S');
                all.add(string.toString());
            }
            return new StringsOf(outside.toString(), all);
        }

        String second() {
            return all.get(1);
        }

        String last() {
            return all.getLast();
        }
    }
}
