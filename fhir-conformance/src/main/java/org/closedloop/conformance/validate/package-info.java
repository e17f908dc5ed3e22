/** The gate asked for its opinion: everything it would say of a message, and nothing done. */
package org.closedloop.conformance.validate;
