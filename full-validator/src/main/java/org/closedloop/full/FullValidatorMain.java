package org.closedloop.full;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.closedloop.conformance.oracle.HapiValidator;
import org.closedloop.core.outcome.Finding;

/**
 * Answers messages on standard input with what HAPI's validator finds, on standard output, until
 * the input ends. Both ways a frame is its length in four bytes, big-endian, and UTF-8 JSON: in a
 * message, out an array of findings.
 */
public final class FullValidatorMain {

  private static final ObjectMapper JSON = new ObjectMapper();

  private FullValidatorMain() {}

  /**
   * @param args none
   * @throws IOException when the other side is gone
   */
  public static void main(String[] args) throws IOException {
    PrintStream answers = System.out;
    // What libraries print must not get between the frames.
    System.setOut(System.err);
    serve(
        new DataInputStream(new BufferedInputStream(System.in)),
        new DataOutputStream(new BufferedOutputStream(answers)));
  }

  private static void serve(DataInputStream in, DataOutputStream out) throws IOException {
    while (true) {
      byte[] message;
      try {
        message = in.readNBytes(in.readInt());
      } catch (EOFException e) {
        return;
      }
      byte[] answer = JSON.writeValueAsBytes(check(message));
      out.writeInt(answer.length);
      out.write(answer);
      out.flush();
    }
  }

  /** On what the gate's strict parse has not passed HAPI may throw. */
  private static List<Finding> check(byte[] message) {
    try {
      return HapiValidator.own().check(message);
    } catch (RuntimeException e) {
      return List.of(
          Finding.information(
              "hapi-not-readable",
              "",
              "HAPI's validator cannot read this. Mend what the gate says and ask again."));
    }
  }
}
