/**
 * A second judge beside the gate: HAPI's validator over the same profiles. Slow (about 100 ms a
 * message, some ten seconds and 300 MB before the first), so nothing of it is loaded before
 * somebody asks; it serves tests and people who want a second opinion, never the flow.
 */
package org.closedloop.conformance.oracle;
