package org.closedloop.kit.full;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import org.closedloop.core.codec.RecordJson;
import org.closedloop.core.outcome.Finding;

/** A running validator; for one thread, but for {@link #close}. */
final class ValidatorProcess implements AutoCloseable {

  private static final String MAIN = "org.closedloop.full.FullValidatorMain";
  private static final int ANSWER_AT_MOST = 4 << 20;

  private final Process process;
  private final DataOutputStream questions;
  private final DataInputStream answers;

  /**
   * @param folder of its jars
   * @param heap like {@code 512m}
   */
  ValidatorProcess(Path folder, String heap) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                folder.resolve("*").toString(),
                MAIN)
            .redirectError(Redirect.DISCARD)
            .start();
    questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  boolean alive() {
    return process.isAlive();
  }

  /** What HAPI finds; fails when the process ends over it. */
  List<Finding> check(byte[] message) throws IOException {
    questions.writeInt(message.length);
    questions.write(message);
    questions.flush();
    int length = answers.readInt();
    if (length < 0 || length > ANSWER_AT_MOST) {
      throw new InterruptedIOException("not an answer");
    }
    return List.of(RecordJson.read(answers.readNBytes(length), Finding[].class));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
