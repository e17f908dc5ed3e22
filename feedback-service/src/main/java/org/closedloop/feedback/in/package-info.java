/** Where claims come in and the record is asked: Kafka, the internal API, ops. */
package org.closedloop.feedback.in;
