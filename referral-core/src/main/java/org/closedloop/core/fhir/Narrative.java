package org.closedloop.core.fhir;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the XHTML of a narrative may hold (R4, Narrative: formatting, tables, links, images). */
public final class Narrative {

  /** Elements R4 allows in a narrative. */
  static final Set<String> ELEMENTS =
      Set.of(
          "div",
          "p",
          "br",
          "span",
          "b",
          "i",
          "em",
          "strong",
          "small",
          "big",
          "tt",
          "u",
          "s",
          "sub",
          "sup",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "caption",
          "thead",
          "tbody",
          "tfoot",
          "tr",
          "td",
          "th",
          "col",
          "colgroup",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "pre",
          "code",
          "samp",
          "kbd",
          "var",
          "dfn",
          "abbr",
          "acronym",
          "cite",
          "q",
          "blockquote",
          "address",
          "ins",
          "del",
          "bdo",
          "a",
          "img",
          "map",
          "area");

  private static final Set<String> LINKS = Set.of("href", "src", "cite", "longdesc", "usemap");
  private static final Pattern SAFE_LINK =
      Pattern.compile("(?:#|https?:|mailto:|tel:|data:image/(?:png|jpeg|gif)|[^:]*$|[^:]*[/?#]).*");
  private static final Pattern NUMERIC_ENTITY = Pattern.compile("&#(x?)([0-9A-Fa-f]{1,7});");
  private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Cntrl}]");

  private Narrative() {}

  /**
   * Judges the div of a narrative.
   *
   * @return what is wrong, in words without content; empty when it is fine
   */
  public static Optional<String> problem(String div) {
    Inspector inspector = new Inspector();
    boolean well = XhtmlScanner.scan(div, inspector);
    if (inspector.problem != null) {
      return Optional.of(inspector.problem);
    }
    if (!well) {
      return Optional.of("it is not one well-formed div element");
    }
    return inspector.hasContent ? Optional.empty() : Optional.of("it is empty");
  }

  /**
   * The narrative with nothing but plain formatting: no scripts, styles, images, links that lead
   * away, comments. Sanitising twice changes nothing.
   *
   * @return empty when the source is not well-formed or nothing is left
   */
  public static Optional<String> sanitise(String div) {
    XhtmlSanitiser sanitiser = new XhtmlSanitiser();
    return XhtmlScanner.scan(div, sanitiser) && sanitiser.hasContent()
        ? Optional.of(sanitiser.result())
        : Optional.empty();
  }

  private static boolean isSafe(String name, String value) {
    String plain = INVISIBLE.matcher(decode(value)).replaceAll("").toLowerCase(Locale.ROOT);
    String attribute = name.toLowerCase(Locale.ROOT);
    if (attribute.startsWith("on") || attribute.equals("srcdoc") || attribute.contains("action")) {
      return false;
    }
    if (attribute.equals("style")) {
      return !plain.contains("url(") && !plain.contains("expression") && !plain.contains("@");
    }
    boolean link = LINKS.contains(attribute) || attribute.endsWith(":href");
    return !link || (SAFE_LINK.matcher(plain).matches() && !plain.contains("&colon"));
  }

  private static String decode(String value) {
    return NUMERIC_ENTITY
        .matcher(value)
        .replaceAll(m -> Matcher.quoteReplacement(character(m.group(2), !m.group(1).isEmpty())));
  }

  private static String character(String digits, boolean hex) {
    try {
      return Character.toString(Integer.parseInt(digits, hex ? 16 : 10));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static final class Inspector implements XhtmlScanner.Handler {
    private String problem;
    private boolean hasContent;

    @Override
    public void open(String name, Map<String, String> attributes, boolean empty) {
      if (!ELEMENTS.contains(name)) {
        problem = "it has an element that no narrative may have, such as script or iframe";
      }
      if (!attributes.entrySet().stream().allMatch(a -> isSafe(a.getKey(), a.getValue()))) {
        problem = "it has an attribute that can run code or load from an unsafe address";
      }
      hasContent |= name.equals("img");
    }

    @Override
    public void close(String name) {}

    @Override
    public void text(String raw) {
      hasContent |= !raw.isBlank();
    }

    @Override
    public void other() {
      // Comments say nothing to a reader; the sanitiser drops them.
    }
  }
}
