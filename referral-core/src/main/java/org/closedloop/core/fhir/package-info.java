/**
 * The only place of the core that knows how a FHIR message is represented. Everyone else sees facts
 * (records) and opaque bytes.
 */
package org.closedloop.core.fhir;
