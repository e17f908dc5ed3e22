package org.closedloop.core.fhir;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Pattern;

/** Copies what is on the list, unwraps the rest; code and images go with all that is in them. */
final class XhtmlSanitiser implements XhtmlScanner.Handler {

  private static final String LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,2}";
  private static final String NUMBER = "[0-9]{1,3}";

  /** What a reader needs, with values that have no room for words. */
  private static final Map<String, Pattern> ATTRIBUTES =
      Map.of(
          "lang", Pattern.compile(LANGUAGE),
          "xml:lang", Pattern.compile(LANGUAGE),
          "dir", Pattern.compile("ltr|rtl|auto"),
          "colspan", Pattern.compile(NUMBER),
          "rowspan", Pattern.compile(NUMBER),
          "span", Pattern.compile(NUMBER),
          "scope", Pattern.compile("row|col|rowgroup|colgroup"));

  private static final String XHTML = "http://www.w3.org/1999/xhtml";

  private final StringBuilder out = new StringBuilder();
  private final Deque<Mode> modes = new ArrayDeque<>();
  private boolean hasContent;

  private enum Mode {
    KEEP,
    UNWRAP,
    DROP
  }

  @Override
  public void open(String name, Map<String, String> attributes, boolean empty) {
    boolean root = out.isEmpty() && modes.isEmpty();
    Mode mode = modes.contains(Mode.DROP) ? Mode.DROP : modeOf(name);
    if (!empty) {
      modes.push(mode);
    }
    if (mode != Mode.KEEP) {
      return;
    }
    out.append('<').append(name);
    if (root) {
      out.append(" xmlns=\"" + XHTML + "\"");
    }
    attributes.forEach(
        (attribute, value) -> {
          Pattern values = ATTRIBUTES.get(attribute);
          if (values != null && values.matcher(value).matches()) {
            out.append(' ').append(attribute).append("=\"").append(value).append('"');
          }
        });
    out.append(empty ? "/>" : ">");
  }

  private static Mode modeOf(String name) {
    if (!Narrative.ELEMENTS.contains(name)) {
      return Mode.DROP;
    }
    return switch (name) {
      case "img", "map", "area" -> Mode.DROP;
      case "a" -> Mode.UNWRAP;
      default -> Mode.KEEP;
    };
  }

  @Override
  public void close(String name) {
    if (modes.pop() == Mode.KEEP) {
      out.append("</").append(name).append('>');
    }
  }

  @Override
  public void text(String raw) {
    if (!modes.contains(Mode.DROP)) {
      out.append(raw);
      hasContent |= !raw.isBlank();
    }
  }

  @Override
  public void other() {}

  boolean hasContent() {
    return hasContent;
  }

  String result() {
    return out.toString();
  }
}
