/** Micro-benchmarks by JMH. */
package org.closedloop.benchmarks;
