package org.closedloop.core.codec;

/**
 * What one record of an internal topic, or one payload column, holds.
 *
 * @param facts JSON of a record; may be empty
 * @param payload opaque bytes, usually a FHIR message; may be empty
 */
public record Envelope(byte[] facts, byte[] payload) {

  private static final byte[] NOTHING = new byte[0];

  public Envelope {
    facts = facts == null ? NOTHING : facts;
    payload = payload == null ? NOTHING : payload;
  }

  /** Facts with a payload. */
  public static Envelope of(Object facts, byte[] payload) {
    return new Envelope(RecordJson.write(facts), payload);
  }

  /** A payload alone, for a column. */
  public static Envelope ofPayload(byte[] payload) {
    return new Envelope(NOTHING, payload);
  }

  /** The facts as a record. */
  public <T> T facts(Class<T> type) {
    return RecordJson.read(facts, type);
  }

  /** True when a payload is there. */
  public boolean hasPayload() {
    return payload.length > 0;
  }
}
