/**
 * Pure decisions: what the record knows, a claim and the time go in, a {@link
 * org.closedloop.feedback.core.Ruling} comes out. No framework, no clock, no store.
 */
package org.closedloop.feedback.core;
