package org.closedloop.core.codec;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * Makes payloads smaller by zstd: FHIR messages to a sixth, in less time than broker and database
 * need for the bytes saved (docs/performance.md). What zstd needs for it lies outside the heap and
 * is freed by nobody else, so some of it is kept to be used again, by whatever thread, and the rest
 * is closed.
 */
final class Compression {

  /** No payload is larger: a party's message has 1 MiB at most. */
  static final int AT_MOST = 16 * 1024 * 1024;

  /** The quickest; higher ones take twice the time for a tenth of the size. */
  private static final int LEVEL = 1;

  private static final int KEPT = 8;

  private static final Queue<ZstdCompressCtx> COMPRESSORS = new ArrayBlockingQueue<>(KEPT);
  private static final Queue<ZstdDecompressCtx> EXPANDERS = new ArrayBlockingQueue<>(KEPT);

  private Compression() {}

  static byte[] compress(byte[] bytes) {
    ZstdCompressCtx kept = COMPRESSORS.poll();
    ZstdCompressCtx one = kept == null ? new ZstdCompressCtx().setLevel(LEVEL) : kept;
    try {
      return one.compress(bytes);
    } finally {
      if (!COMPRESSORS.offer(one)) {
        one.close();
      }
    }
  }

  /**
   * The bytes that were compressed.
   *
   * @param length how many they are
   * @throws CodecException when it is not what {@link #compress} made of so many
   */
  static byte[] expand(byte[] from, int offset, int size, int length) {
    if (length < 0 || length > AT_MOST) {
      throw new CodecException("an envelope with a wrong length");
    }
    byte[] bytes = new byte[length];
    if (expand(from, offset, size, bytes) != length) {
      throw new CodecException("a payload of another length");
    }
    return bytes;
  }

  private static int expand(byte[] from, int offset, int size, byte[] into) {
    ZstdDecompressCtx kept = EXPANDERS.poll();
    ZstdDecompressCtx one = kept == null ? new ZstdDecompressCtx() : kept;
    try {
      return one.decompressByteArray(into, 0, into.length, from, offset, size);
    } catch (ZstdException e) {
      throw new CodecException("a payload that cannot be expanded");
    } finally {
      if (!EXPANDERS.offer(one)) {
        one.close();
      }
    }
  }
}
