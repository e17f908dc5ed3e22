package org.closedloop.core.fhir;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Walks through the XHTML of a narrative, without entities, DTDs or anything else an XML parser
 * could be led to fetch or expand. Stops with false at the first thing that is not well-formed.
 */
final class XhtmlScanner {

  /** What is met on the way. */
  interface Handler {
    void open(String name, Map<String, String> attributes, boolean empty);

    void close(String name);

    void text(String raw);

    /** A comment, CDATA section, declaration or processing instruction. */
    void other();
  }

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9:_.-]*");
  private static final Pattern ATTRIBUTE =
      Pattern.compile("\\s+([A-Za-z_:][A-Za-z0-9:_.-]*)\\s*=\\s*(?:\"([^\"<]*+)\"|'([^'<]*+)')");
  private static final Pattern TAG_END = Pattern.compile("\\s*(/?)>");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});");

  private final String source;
  private final Handler handler;
  private final Deque<String> open = new ArrayDeque<>();
  private int at;
  private boolean rootSeen;

  private XhtmlScanner(String source, Handler handler) {
    this.source = source;
    this.handler = handler;
  }

  /** Reports everything to the handler; true when the source is one well-formed div. */
  static boolean scan(String source, Handler handler) {
    return new XhtmlScanner(source.strip(), handler).scan();
  }

  private boolean scan() {
    boolean well = true;
    while (well && at < source.length()) {
      well = source.charAt(at) == '<' ? markup() : text();
    }
    return well && rootSeen && open.isEmpty();
  }

  private boolean text() {
    int end = source.indexOf('<', at);
    String raw = source.substring(at, end < 0 ? source.length() : end);
    at += raw.length();
    handler.text(raw);
    return !open.isEmpty() && entitiesClosed(raw);
  }

  private static boolean entitiesClosed(String raw) {
    Matcher entity = ENTITY.matcher(raw);
    for (int i = raw.indexOf('&'); i >= 0; i = raw.indexOf('&', i + 1)) {
      if (!entity.region(i, raw.length()).lookingAt()) {
        return false;
      }
    }
    return true;
  }

  private boolean markup() {
    if (source.startsWith("<!--", at)) {
      return skipTo("-->");
    }
    if (source.startsWith("<![CDATA[", at)) {
      return skipTo("]]>");
    }
    if (source.startsWith("<?", at) || source.startsWith("<!", at)) {
      return skipTo(">");
    }
    return source.startsWith("</", at) ? closeTag() : openTag();
  }

  private boolean skipTo(String end) {
    handler.other();
    int found = source.indexOf(end, at);
    at = found + end.length();
    return found >= 0;
  }

  private boolean closeTag() {
    at += 2;
    String name = take(NAME);
    Matcher end = TAG_END.matcher(source).region(at, source.length());
    if (name == null || !name.equals(open.poll()) || !end.lookingAt()) {
      return false;
    }
    at = end.end();
    handler.close(name);
    return true;
  }

  private boolean openTag() {
    at++;
    String name = take(NAME);
    if (name == null || (open.isEmpty() && (rootSeen || !name.equals("div")))) {
      return false;
    }
    rootSeen = true;
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(source).region(at, source.length());
    while (attribute.lookingAt()) {
      String value = attribute.group(2) == null ? attribute.group(3) : attribute.group(2);
      if (attributes.put(attribute.group(1), value) != null || !entitiesClosed(value)) {
        return false;
      }
      at = attribute.end();
      attribute.region(at, source.length());
    }
    Matcher end = TAG_END.matcher(source).region(at, source.length());
    if (!end.lookingAt()) {
      return false;
    }
    at = end.end();
    boolean empty = !end.group(1).isEmpty();
    if (!empty) {
      open.push(name);
    }
    handler.open(name, attributes, empty);
    return true;
  }

  private String take(Pattern pattern) {
    Matcher matcher = pattern.matcher(source).region(at, source.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher.group();
  }
}
