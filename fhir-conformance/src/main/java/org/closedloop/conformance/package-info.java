/**
 * The gate: what a message must be before the hub takes it. Layers in order: bytes, strict FHIR R4
 * shape, then the rules of the guide and of the hub, see {@code docs/conformance.md}.
 */
package org.closedloop.conformance;
