package org.closedloop.core.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a narrative, line by line, without its XHTML. */
public final class NarrativeText implements XhtmlScanner.Handler {

  private static final Set<String> INLINE =
      Set.of(
          "span", "b", "i", "em", "strong", "small", "big", "tt", "u", "s", "sub", "sup", "code",
          "samp", "kbd", "var", "dfn", "abbr", "acronym", "cite", "q", "ins", "del", "bdo", "a");
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final Pattern ENTITY = Pattern.compile("&(#x?[0-9A-Fa-f]+|[A-Za-z0-9]+);");
  private static final Map<String, String> NAMED =
      Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");

  private final List<String> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();

  private NarrativeText() {}

  /**
   * Reads the div of a narrative.
   *
   * @return its lines without surrounding blanks; none when it is not one well-formed div
   */
  public static List<String> lines(String div) {
    NarrativeText text = new NarrativeText();
    boolean well = XhtmlScanner.scan(div, text);
    text.endLine();
    return well ? List.copyOf(text.lines) : List.of();
  }

  @Override
  public void open(String name, Map<String, String> attributes, boolean empty) {
    if (CELLS.contains(name)) {
      line.append(line.toString().isBlank() ? "" : " · ");
    } else if (!INLINE.contains(name)) {
      endLine();
    }
  }

  @Override
  public void close(String name) {
    if (!INLINE.contains(name) && !CELLS.contains(name)) {
      endLine();
    }
  }

  @Override
  public void text(String raw) {
    line.append(
        ENTITY.matcher(raw).replaceAll(m -> Matcher.quoteReplacement(character(m.group(1)))));
  }

  @Override
  public void other() {
    // Comments and the like are no words.
  }

  private void endLine() {
    String words = line.toString().replaceAll("[\\s\\h]+", " ").strip();
    if (!words.isEmpty()) {
      lines.add(words);
    }
    line.setLength(0);
  }

  private static String character(String entity) {
    if (!entity.startsWith("#")) {
      return NAMED.getOrDefault(entity, " ");
    }
    boolean hex = entity.startsWith("#x");
    try {
      int code = Integer.parseInt(entity.substring(hex ? 2 : 1), hex ? 16 : 10);
      return Character.isISOControl(code) ? " " : Character.toString(code);
    } catch (IllegalArgumentException e) {
      return " ";
    }
  }
}
