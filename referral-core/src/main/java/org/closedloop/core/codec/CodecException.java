package org.closedloop.core.codec;

/** Bytes on an internal topic or in a column are not what the codec writes. Quotes no content. */
public final class CodecException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public CodecException(String message) {
    super(message);
  }
}
