/**
 * FHIR XML becomes the same tree, and the same bytes of JSON, that its JSON twin would have been:
 * the rest of the hub never sees XML. The way back is HAPI's encoder.
 */
package org.closedloop.conformance.xml;
