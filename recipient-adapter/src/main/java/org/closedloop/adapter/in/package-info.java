/**
 * Doors of the adapter: topics and REST. Parse, authenticate, hand to {@code core} and {@code out}.
 */
package org.closedloop.adapter.in;
