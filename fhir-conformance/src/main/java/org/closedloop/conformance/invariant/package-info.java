/** R4's own invariants of severity error, checked in one walk over a message. */
package org.closedloop.conformance.invariant;
