/**
 * Pure decisions of the adapter: what a routed message does to the queue, what becomes of a message
 * after an attempt, what of a program's answer becomes a claim. No framework, no clock, no wire.
 */
package org.closedloop.adapter.core;
