package org.closedloop.kit.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;

/** Reads values of the hub's own topics. */
public final class Received {

  private Received() {}

  /**
   * The envelope of a record.
   *
   * @throws org.closedloop.core.codec.CodecException when the value is not one
   */
  public static Envelope open(ConsumerRecord<String, byte[]> record) {
    return EnvelopeCodec.open(record.value());
  }
}
