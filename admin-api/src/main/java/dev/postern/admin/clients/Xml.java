package dev.postern.admin.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML 1.0 document that is well-formed whatever text goes into it. */
final class Xml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter writer;

    private Xml(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /** The document in UTF-8. */
    static byte[] document(Consumer<Xml> content) {
        var bytes = new ByteArrayOutputStream();
        write(() -> {
            var writer = FACTORY.createXMLStreamWriter(bytes, UTF_8.name());
            writer.writeStartDocument(UTF_8.name(), "1.0");
            content.accept(new Xml(writer));
            writer.writeEndDocument();
            writer.close();
        });
        return bytes.toByteArray();
    }

    Xml doctype(String declaration) {
        write(() -> writer.writeDTD(declaration));
        return this;
    }

    /** An element with the attributes given as name, value, name, value …; {@code xmlns} is one like any other. */
    Xml element(String name, Consumer<Xml> content, String... attributes) {
        write(() -> {
            writer.writeStartElement(name);
            for (int index = 0; index < attributes.length; index += 2) {
                writer.writeAttribute(attributes[index], permitted(attributes[index + 1]));
            }
            content.accept(this);
            writer.writeEndElement();
        });
        return this;
    }

    Xml text(String name, String text) {
        return element(name, inside -> write(() -> inside.writer.writeCharacters(permitted(text))));
    }

    Xml empty(String name) {
        write(() -> writer.writeEmptyElement(name));
        return this;
    }

    /** XML 1.0 §2.2 leaves out characters that no escape can bring back; U+FFFD stands for each. */
    private static String permitted(String text) {
        return text.codePoints()
                .map(character -> isPermitted(character) ? character : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isPermitted(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }

    private static void write(Writing step) {
        try {
            step.run();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("XML could not be written into memory", impossible);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws XMLStreamException;
    }
}
