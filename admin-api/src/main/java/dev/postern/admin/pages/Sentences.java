package dev.postern.admin.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/**
 * Says in the reader's language what the core says in English. The core knows no reader: its sentences go to the API and
 * the log as well. So each of them stands in {@code messages.properties} as {@code said.…}, with places for what it names;
 * here a sentence is recognised by that, and said again by the same text in another language.
 */
@Component
public class Sentences {

    private static final String PREFIX = "said.";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final MessageSource messages;
    private final List<Shape> shapes;

    Sentences(MessageSource messages) {
        this.messages = messages;
        this.shapes = read();
    }

    /** The same in the reader's language; as it is, if nobody has translated it. */
    public String say(String sentence) {
        var reader = LocaleContextHolder.getLocale();
        return reader.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? sentence : say(sentence, reader);
    }

    private String say(String sentence, Locale reader) {
        return shapes.stream()
                .flatMap(shape -> shape.namesIn(sentence).stream()
                        .map(names -> messages.getMessage(
                                shape.key,
                                names.stream().map(name -> say(name, reader)).toArray(),
                                reader)))
                .findFirst()
                .orElse(sentence);
    }

    /** Whether it can be said in every language. */
    boolean knows(String sentence) {
        return shapes.stream().anyMatch(shape -> shape.namesIn(sentence).isPresent());
    }

    private static List<Shape> read() {
        try {
            var texts = PropertiesLoaderUtils.loadProperties(new org.springframework.core.io.support.EncodedResource(
                    new ClassPathResource("messages.properties"), java.nio.charset.StandardCharsets.UTF_8));
            return texts.stringPropertyNames().stream()
                    .filter(key -> key.startsWith(PREFIX))
                    .map(key -> Shape.of(key, texts.getProperty(key)))
                    // What says the most by itself first: it is the least likely to be another sentence.
                    .sorted(Comparator.comparingInt(Shape::wordCount).reversed().thenComparing(Shape::key))
                    .toList();
        } catch (IOException incomplete) {
            throw new UncheckedIOException(incomplete);
        }
    }

    /** A sentence with places. */
    private record Shape(String key, Pattern pattern, List<Integer> places, int wordCount) {

        static Shape of(String key, String text) {
            var places = new ArrayList<Integer>();
            var pattern = new StringBuilder();
            var place = PLACE.matcher(text);
            var end = 0;
            while (place.find()) {
                pattern.append(literal(text.substring(end, place.start()))).append("(.*?)");
                places.add(Integer.parseInt(place.group(1)));
                end = place.end();
            }
            pattern.append(literal(text.substring(end)));
            return new Shape(key, Pattern.compile(pattern.toString(), Pattern.DOTALL), places, pattern.length());
        }

        /** An apostrophe is written twice in every text. */
        private static String literal(String text) {
            return text.isEmpty() ? "" : Pattern.quote(text.replace("''", "'"));
        }

        Optional<List<String>> namesIn(String sentence) {
            var match = pattern.matcher(sentence);
            if (!match.matches()) {
                return Optional.empty();
            }
            var names = new TreeMap<Integer, String>();
            for (var index = 0; index < places.size(); index++) {
                names.put(places.get(index), match.group(index + 1));
            }
            return Optional.of(List.copyOf(names.values()));
        }
    }
}
