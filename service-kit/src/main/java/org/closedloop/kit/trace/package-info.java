/** Traces for OpenTelemetry: a referral is one trace, and every hop of it a span. */
package org.closedloop.kit.trace;
