package org.closedloop.core.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Records to JSON bytes and back. Unknown keys are passed over, so that an older instance reads
 * what a newer one wrote.
 */
public final class RecordJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build();

  private RecordJson() {}

  /** The record as JSON. */
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException("a record could not be written", e);
    }
  }

  /**
   * The record of JSON.
   *
   * @throws CodecException when the bytes are not such a record; its text quotes nothing of them
   */
  public static <T> T read(byte[] json, Class<T> type) {
    T value;
    try {
      value = MAPPER.readValue(json, type);
    } catch (IOException | IllegalArgumentException e) {
      throw new CodecException("not a readable " + type.getSimpleName());
    }
    if (value == null) {
      throw new CodecException("no " + type.getSimpleName());
    }
    return value;
  }
}
