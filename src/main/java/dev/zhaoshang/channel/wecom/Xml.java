package dev.zhaoshang.channel.wecom;

import java.io.IOException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The flat XML of callbacks. A document type, and with it every entity, is refused. */
final class Xml {

  private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";

  private Xml() {}

  /**
   * The texts of the elements below the root, by name; of elements within those by both names, with
   * a dot between. Empty when it is no such XML.
   */
  static Optional<Map<String, String>> read(String xml) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(NO_DOCTYPE, true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      Element root = builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
      Map<String, String> texts = new LinkedHashMap<>();
      collect("", root, texts);
      return Optional.of(texts);
    } catch (SAXException | IOException e) {
      return Optional.empty();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's parser can be told to refuse entities", e);
    }
  }

  private static void collect(String prefix, Element parent, Map<String, String> texts) {
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      if (n instanceof Element element) {
        String name = prefix + element.getTagName();
        texts.putIfAbsent(name, element.getTextContent());
        if (prefix.isEmpty()) {
          collect(name + ".", element, texts);
        }
      }
    }
  }
}
