package org.closedloop.core.catalog;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads records from YAML; an unknown key is an error, so that a typing mistake is seen. */
public final class YamlFiles {

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder(new YAMLFactory())
          .addModule(new JavaTimeModule())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private YamlFiles() {}

  /** Reads one file; {@link BrokenDataException} names it when it cannot. */
  public static <T> T read(Path file, Class<T> type) {
    try {
      T value = MAPPER.readValue(file.toFile(), type);
      if (value == null) {
        throw new BrokenDataException(file, "is empty");
      }
      return value;
    } catch (IOException e) {
      throw new BrokenDataException(file, e);
    }
  }

  /** The entries of a folder in order of name. */
  public static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw new BrokenDataException(folder, "the folder cannot be read");
    }
  }
}
