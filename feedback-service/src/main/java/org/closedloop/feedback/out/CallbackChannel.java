package org.closedloop.feedback.out;

/** How a callback goes. */
enum CallbackChannel {
  /** {@code $process-message} at the initiator's address. */
  PUSH,
  /** Its topic, after the direct way failed. */
  TOPIC
}
