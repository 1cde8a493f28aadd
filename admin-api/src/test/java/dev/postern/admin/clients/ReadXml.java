package dev.postern.admin.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.helpers.DefaultHandler;

/** A document as an XML parser reads it; one that is not well-formed fails the test. */
record ReadXml(Document document) {

    static ReadXml of(byte[] bytes) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            var parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            return new ReadXml(parser.parse(new ByteArrayInputStream(bytes)));
        } catch (Exception notWellFormed) {
            throw new AssertionError("not well-formed: " + new String(bytes, UTF_8), notWellFormed);
        }
    }

    String text(String xpath) {
        var all = texts(xpath);
        if (all.size() != 1) {
            throw new AssertionError("%s is there %d times".formatted(xpath, all.size()));
        }
        return all.getFirst();
    }

    List<String> texts(String xpath) {
        try {
            var found =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(xpath, document, XPathConstants.NODESET);
            var texts = new ArrayList<String>();
            for (int index = 0; index < found.getLength(); index++) {
                texts.add(found.item(index).getTextContent());
            }
            return texts;
        } catch (XPathExpressionException wrongTest) {
            throw new AssertionError(wrongTest);
        }
    }

    String namespace(String element) {
        return ((Element) document.getElementsByTagName(element).item(0)).getAttribute("xmlns");
    }

    /** What follows a key that a property list has once. */
    String plist(String key) {
        return text("//key[. = '%s']/following-sibling::*[1]".formatted(key));
    }
}
