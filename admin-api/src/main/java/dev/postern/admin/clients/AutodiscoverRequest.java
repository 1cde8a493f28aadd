package dev.postern.admin.clients;

import dev.postern.common.mail.MailAddress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What Outlook asks for (MS-OXDSCLI §2.2.3). Anybody may send anything here: the body is bounded, and one with a document
 * type is refused, since entities are what hostile XML is made of.
 */
sealed interface AutodiscoverRequest {

    int MAX_BYTES = 16 * 1024;

    String SCHEMA = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a";

    /** An address whose settings are wanted in the schema that we write. */
    record Settings(MailAddress address) implements AutodiscoverRequest {}

    /** An answer in another schema is wanted, such as that of mobile devices. */
    record OtherSchema() implements AutodiscoverRequest {}

    /** What makes no sense; the reason is for people. */
    record Invalid(String reason) implements AutodiscoverRequest {}

    /** Reads no more than a little beyond {@link #MAX_BYTES}. */
    static AutodiscoverRequest read(InputStream body) throws IOException {
        var bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            return new Invalid("The request has more than %d bytes.".formatted(MAX_BYTES));
        }
        return parse(bytes);
    }

    private static AutodiscoverRequest parse(byte[] bytes) throws IOException {
        try {
            return understand(parser().parse(new ByteArrayInputStream(bytes)));
        } catch (SAXException | IOException notWellFormed) {
            return new Invalid("The request is not well-formed XML without a document type.");
        }
    }

    private static AutodiscoverRequest understand(Document request) {
        var schema = textOf(request, "AcceptableResponseSchema");
        if (schema.isPresent() && !schema.get().equals(SCHEMA)) {
            return new OtherSchema();
        }
        return textOf(request, "EMailAddress")
                .map(AutodiscoverRequest::settingsFor)
                .orElseGet(() -> new Invalid("The request has no EMailAddress."));
    }

    private static AutodiscoverRequest settingsFor(String address) {
        try {
            return new Settings(MailAddress.parse(address));
        } catch (IllegalArgumentException malformed) {
            return new Invalid("EMailAddress is no address: %s.".formatted(malformed.getMessage()));
        }
    }

    private static Optional<String> textOf(Document request, String element) {
        // Any namespace: there are mail programs that send the one of the answer.
        return Optional.ofNullable(request.getElementsByTagNameNS("*", element).item(0))
                .map(found -> found.getTextContent().strip())
                .filter(text -> !text.isEmpty());
    }

    private static DocumentBuilder parser() {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var parser = factory.newDocumentBuilder();
            // The JDK's own handler writes what is wrong to standard error.
            parser.setErrorHandler(new DefaultHandler());
            return parser;
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException("the JDK's XML parser lacks what it always had", impossible);
        }
    }
}
