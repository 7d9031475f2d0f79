package io.evalbeam.io.source;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/** The visible text of an element. */
final class HtmlText {
  private HtmlText() {}

  /**
   * Text as a reader sees it, white space collapsed. Hidden elements are left out; a raised number
   * is written behind {@code ^}, so that 10²⁵ in markup does not become 1025.
   */
  static String visible(Element element) {
    StringBuilder text = new StringBuilder();
    NodeFilter collector =
        new NodeFilter() {
          @Override
          public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode part) {
              text.append(part.getWholeText());
            } else if (node instanceof Element child) {
              if (isHidden(child)) {
                return FilterResult.SKIP_ENTIRELY;
              }
              if (child.isBlock() || child.normalName().equals("br")) {
                text.append(' ');
              }
              if (child.normalName().equals("sup") && child.text().matches("[-+−]?\\d+")) {
                text.append('^');
              }
            }
            return FilterResult.CONTINUE;
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            if (node instanceof Element child && child.isBlock()) {
              text.append(' ');
            }
            return FilterResult.CONTINUE;
          }
        };
    element.filter(collector);
    return text.toString().replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  /** Trimmed pieces of text joined without a separator, as the original tracker reads cells. */
  static String joined(Element element) {
    StringBuilder text = new StringBuilder();
    element.traverse(
        (node, depth) -> {
          if (node instanceof TextNode part) {
            text.append(part.getWholeText().strip());
          }
        });
    return text.toString();
  }

  private static boolean isHidden(Element element) {
    return switch (element.normalName()) {
      case "script", "style", "template", "noscript" -> true;
      default ->
          element.hasAttr("hidden")
              || element.attr("style").replace(" ", "").contains("display:none");
    };
  }
}
