package org.closedloop.kit.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.closedloop.core.codec.Envelope;
import org.closedloop.core.codec.EnvelopeCodec;

/** Reads values of the hub's own topics, and the one header of a party's. */
public final class Received {

  /** Header of a party's record that names the request; the hub's own replays set it. */
  public static final String REQUEST_ID = "X-Request-ID";

  private static final int REQUEST_ID_AT_MOST = 200;

  private Received() {}

  /**
   * The request id of a party's record, as HTTP has it; null when it has none, or one that cannot
   * be meant. It tells one claim from another of the same party, and steers nothing else.
   */
  public static String requestId(Headers headers) {
    Header header = headers.lastHeader(REQUEST_ID);
    return header == null
            || header.value() == null
            || header.value().length == 0
            || header.value().length > REQUEST_ID_AT_MOST
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /**
   * The envelope of a record.
   *
   * @throws org.closedloop.core.codec.CodecException when the value is not one
   */
  public static Envelope open(ConsumerRecord<String, byte[]> record) {
    return EnvelopeCodec.open(record.value());
  }
}
