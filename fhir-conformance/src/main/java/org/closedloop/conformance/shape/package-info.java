/** FHIR R4's own demands on the JSON of a resource, driven by HAPI's model of R4. */
package org.closedloop.conformance.shape;
