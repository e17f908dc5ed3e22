/**
 * Profiles compiled for judging: StructureDefinitions (differentials are enough) become trees of
 * constraints, and one walk over the JSON tree tells what breaks them.
 */
package org.closedloop.conformance.profile;
