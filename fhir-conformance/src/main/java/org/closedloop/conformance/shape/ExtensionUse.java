package org.closedloop.conformance.shape;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One extension met in the message.
 *
 * @param path FHIRPath of the extension
 * @param extension the extension
 * @param owner type of what it extends: a resource or data type, {@code Element} for a primitive
 * @param bundle the innermost Bundle it stands in, null when in none
 * @param resource the resource it stands in; for a contained resource the one that contains it
 */
public record ExtensionUse(
    Path path, ObjectNode extension, String owner, ObjectNode bundle, ObjectNode resource) {}
