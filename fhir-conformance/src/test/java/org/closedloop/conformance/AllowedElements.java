package org.closedloop.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What goes out, said once more and apart from the filter: by resource type in {@code
 * minimum-necessary.txt} (a line of elements that go out, then one of those that do not), and here
 * what of no element goes out.
 */
final class AllowedElements {

  private static final Map<String, String> LINES = read();

  private static final Pattern WITHHELD =
      Pattern.compile(
          ".*\\.(extension|modifierExtension|_extension)(\\..*|$)"
              + "|.*\\..*\\.id(\\..*|$)" // ids of elements; that of the resource stays
              + "|.*\\.id\\.(id|extension)"
              + "|.*\\.contained(\\..*|$)"
              + "|.*\\.(note|photo)(\\..*|$)"
              + "|.*\\(Reference\\)\\.display"
              + "|.*\\.meta\\.(source|versionId|tag)(\\..*|$)"
              + "|.*\\.identifier\\((unlisted|social)\\).*"
              + "|(Patient|RelatedPerson)\\.telecom\\(url\\).*"
              + "|.*\\.(description|comment|patientInstruction)"
              + "|.*\\.text\\.(id|extension).*"
              + "|Composition\\.section\\.section\\..*"
              + "|Task\\.output\\.value(?!Reference).*"
              + "|MessageHeader\\.source\\.contact\\..*"
              + "|Bundle\\.identifier\\.(use|type|period|assigner).*"
              + "|Bundle\\.meta\\.security\\.version"
              + "|Bundle\\.entry\\.(?!fullUrl$).*");

  /** Within the listed extensions the examples have: race, ethnicity, a comment on a telephone. */
  private static final Pattern IN_EXTENSION =
      Pattern.compile(
          "Patient\\.extension\\.extension\\.valueCoding\\.(display|version)"
              + "|Patient\\.extension\\.extension\\.valueString"
              + "|Patient\\.telecom\\.extension\\.valueString");

  private AllowedElements() {}

  static Set<String> types() {
    return LINES.keySet();
  }

  /** Elements of a type that go out; {@code value} stands for {@code value[x]}. */
  static List<String> of(String type) {
    return words(type, 0);
  }

  /** Its elements that do not. */
  static List<String> withheldOf(String type) {
    return words(type, 1);
  }

  /**
   * Whether a text goes out.
   *
   * @param path of JSON names from the resource's type on
   */
  static boolean has(String path) {
    String[] steps = path.split("[.(]");
    return of(steps[0]).stream().anyMatch(e -> isElement(e, steps[1]))
        && (IN_EXTENSION.matcher(path).matches() || !WITHHELD.matcher(path).matches());
  }

  private static boolean isElement(String element, String name) {
    String rest = name.startsWith(element) ? name.substring(element.length()) : null;
    return rest != null && (rest.isEmpty() || isChoice(element) && rest.matches("[A-Z].*"));
  }

  private static boolean isChoice(String element) {
    return Set.of("value", "effective", "onset", "abatement", "performed", "occurrence")
            .contains(element)
        || Set.of("medication", "reported", "event").contains(element);
  }

  private static List<String> words(String type, int line) {
    String[] lines = LINES.get(type).split("\n");
    return Arrays.stream(lines[line].strip().substring(1).strip().split("\\s+")).toList();
  }

  private static Map<String, String> read() {
    Map<String, String> lines = new HashMap<>();
    try (var file = AllowedElements.class.getResourceAsStream("/minimum-necessary.txt")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      for (String part : text.split("\n(?=[A-Z])")) {
        String[] typeAndRest = part.split("\n", 2);
        lines.put(typeAndRest[0], typeAndRest[1]);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
