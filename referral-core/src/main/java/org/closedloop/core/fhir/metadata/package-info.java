/** What the hub says it can do. */
package org.closedloop.core.fhir.metadata;
