/** The rules of a message, one small class or one line of data each, all named in {@code Rules}. */
package org.closedloop.conformance.rule;
