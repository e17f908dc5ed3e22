package org.closedloop.core.codec;

import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;

/**
 * Makes payloads smaller by zstd: FHIR messages to a sixth, in less time than broker and database
 * need for the bytes saved (docs/performance.md). What zstd needs for it is kept by thread.
 */
final class Compression {

  /** No payload is larger: a party's message has 1 MiB at most. */
  static final int AT_MOST = 16 * 1024 * 1024;

  /** The quickest; higher ones take twice the time for a tenth of the size. */
  private static final int LEVEL = 1;

  private static final ThreadLocal<ZstdCompressCtx> COMPRESS =
      ThreadLocal.withInitial(() -> new ZstdCompressCtx().setLevel(LEVEL));

  private static final ThreadLocal<ZstdDecompressCtx> EXPAND =
      ThreadLocal.withInitial(ZstdDecompressCtx::new);

  private Compression() {}

  static byte[] compress(byte[] bytes) {
    return COMPRESS.get().compress(bytes);
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
    try {
      int found = EXPAND.get().decompressByteArray(bytes, 0, length, from, offset, size);
      if (found == length) {
        return bytes;
      }
    } catch (ZstdException e) {
      throw new CodecException("a payload that cannot be expanded");
    }
    throw new CodecException("a payload of another length");
  }
}
