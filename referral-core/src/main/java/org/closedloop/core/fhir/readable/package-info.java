/**
 * A message or document for people: who, why, what was measured and said, as text. No resource,
 * code list or FHIR library is needed to show it.
 */
package org.closedloop.core.fhir.readable;
