package org.closedloop.conformance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same message under other identities: every UUID (ids, fullUrls, references, the Bundle's
 * identifier) and every number of the parties is renamed alike. Works on bytes, since a faulty
 * message may be none.
 */
final class FreshIdentities {

  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern NUMBER =
      Pattern.compile("\"((?:T|SR|F)-2020-[0-9]+|NO-SUCH-[0-9]+|[^\"]*DROP TABLE[^\"]*)\"");

  private FreshIdentities() {}

  static byte[] of(byte[] message, String salt) {
    String text = new String(message, ISO_8859_1);
    String renamed =
        ID.matcher(text).replaceAll(m -> UUID.nameUUIDFromBytes(name(salt, m.group())).toString());
    return NUMBER
        .matcher(renamed)
        .replaceAll(m -> Matcher.quoteReplacement("\"" + m.group(1) + "-" + salt + "\""))
        .getBytes(ISO_8859_1);
  }

  private static byte[] name(String salt, String id) {
    return (salt + id).getBytes(ISO_8859_1);
  }
}
