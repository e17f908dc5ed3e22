package org.closedloop.core.fhir.readable;

import java.util.List;

/**
 * A document.
 *
 * @param id Bundle.id, null when it has none
 * @param title as its author named it
 * @param date when it was written, ISO text
 * @param author name of the author
 * @param sections its sections, each after the one it stands in
 */
public record Paper(String id, String title, String date, String author, List<Section> sections) {}
