package org.closedloop.core.catalog;

import java.nio.file.Path;

/** A data folder is broken; the hub does not start with it. The message names file and reason. */
public final class BrokenDataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BrokenDataException(Path file, String reason) {
    super(file + ": " + reason);
  }

  public BrokenDataException(Path file, Exception cause) {
    super(file + ": " + firstLine(cause), cause);
  }

  private static String firstLine(Exception cause) {
    String text = String.valueOf(cause.getMessage());
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }
}
