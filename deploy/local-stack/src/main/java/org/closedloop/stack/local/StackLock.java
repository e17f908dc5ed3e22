package org.closedloop.stack.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.closedloop.stack.process.PrivateFolder;

/** Only one command at a time starts or stops parts of one stack, and of a command one thread. */
final class StackLock implements AutoCloseable {

  /** The lock of a file is one of processes: it does not keep threads of one process apart. */
  private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private final FileChannel channel;
  private final ReentrantLock thread;

  private StackLock(FileChannel channel, ReentrantLock thread) {
    this.channel = channel;
    this.thread = thread;
  }

  /** Takes the lock, and says so when it has to wait for another process. */
  static StackLock take(Path data, Consumer<String> progress) {
    ReentrantLock thread =
        THREADS.computeIfAbsent(data.toAbsolutePath().normalize(), path -> new ReentrantLock());
    thread.lock();
    try {
      return new StackLock(lockFile(data, progress), thread);
    } catch (RuntimeException e) {
      thread.unlock();
      throw e;
    }
  }

  private static FileChannel lockFile(Path data, Consumer<String> progress) {
    try {
      PrivateFolder.make(data);
      FileChannel channel =
          FileChannel.open(
              data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        progress.accept("Another command is starting or stopping this stack; waiting for it.");
        channel.lock();
      }
      return channel;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      thread.unlock();
    }
  }
}
