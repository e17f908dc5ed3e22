package org.closedloop.conformance.shape;

import java.util.ArrayList;
import java.util.List;
import org.closedloop.core.outcome.Finding;

/** What the walk through a resource found and met. */
public final class Shape {

  /**
   * A text met at a path.
   *
   * @param path FHIRPath
   * @param text the value
   */
  public record Met(String path, String text) {}

  /** More findings than these help nobody and only make the answer large. */
  private static final int MAX_FINDINGS = 100;

  private final List<Finding> findings = new ArrayList<>();
  private final List<ReferenceUse> references = new ArrayList<>();
  private final List<ExtensionUse> extensions = new ArrayList<>();
  private final List<Met> narratives = new ArrayList<>();
  private final List<String> implicitRules = new ArrayList<>();
  private final List<String> modifierExtensions = new ArrayList<>();

  void found(Finding finding) {
    if (findings.size() < MAX_FINDINGS) {
      findings.add(finding);
    }
  }

  void met(ReferenceUse reference) {
    references.add(reference);
  }

  void met(ExtensionUse extension) {
    extensions.add(extension);
  }

  void metNarrative(Path path, String div) {
    narratives.add(new Met(path.toString(), div));
  }

  void metImplicitRules(Path path) {
    implicitRules.add(path.toString());
  }

  void metModifierExtension(Path path) {
    modifierExtensions.add(path.toString());
  }

  /** Where the resource is not FHIR R4; empty when it is. */
  public List<Finding> findings() {
    return findings;
  }

  public List<ReferenceUse> references() {
    return references;
  }

  /** All extensions, those of primitive values and of other extensions too. */
  public List<ExtensionUse> extensions() {
    return extensions;
  }

  /** The XHTML of all narratives. */
  public List<Met> narratives() {
    return narratives;
  }

  /** FHIRPaths of all implicitRules. */
  public List<String> implicitRules() {
    return implicitRules;
  }

  /** FHIRPaths of all modifierExtensions. */
  public List<String> modifierExtensions() {
    return modifierExtensions;
  }
}
