/** The store (PostgreSQL), the hub's topics, and callbacks to initiators. */
package org.closedloop.feedback.out;
