/**
 * Behind {@code ./bser}: a hub of real processes on this machine. {@link org.closedloop.stack.Main}
 * finds a command ({@code cli}); it acts on a {@code local.LocalStack}, which brings up its {@code
 * part}s (broker, database, services) after {@code check}s, each as a {@code process} of its own,
 * and issues {@code token}s.
 */
package org.closedloop.stack;
