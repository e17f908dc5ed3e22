/**
 * FHIRPath compiled once and evaluated over a Jackson tree, guided by R4's types: the language of
 * FHIR's invariants (FHIRPath 2.0.0 with the additions of R4, fhirpath.html). Reads nothing but the
 * message.
 */
package org.closedloop.conformance.fhirpath;
