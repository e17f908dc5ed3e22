package org.closedloop.stack.part;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a test gets between the parts. Keys are names of parts, as in {@code gateway-2}.
 *
 * @param detours ports of 127.0.0.1 at which the services are told to find a broker, the database,
 *     or feedback-service's instances. Whoever listens there passes on to {@link
 *     org.closedloop.stack.local.LocalStack#behindDetour}. Of several brokers all have one or none.
 * @param folders where Kafka or PostgreSQL keep their data, for example on a small file system; its
 *     parent must exist
 * @param environments given to single services, over everything else
 */
public record Seams(
    Map<String, Integer> detours,
    Map<String, Path> folders,
    Map<String, Map<String, String>> environments) {

  /** Nobody gets between. */
  public static final Seams NONE = new Seams(Map.of(), Map.of(), Map.of());

  public Seams {
    detours = Map.copyOf(detours);
    folders = Map.copyOf(folders);
    environments = Map.copyOf(environments);
  }

  /** Detours only. */
  public static Seams detours(Map<String, Integer> detours) {
    return new Seams(detours, Map.of(), Map.of());
  }

  /** The same with another environment for one service. */
  public Seams withEnvironment(String part, Map<String, String> environment) {
    Map<String, Map<String, String>> all = new HashMap<>(environments);
    all.put(part, environment);
    return new Seams(detours, folders, all);
  }

  Optional<Integer> detour(String part) {
    return Optional.ofNullable(detours.get(part));
  }

  Path folder(String part, Path usual) {
    return folders.getOrDefault(part, usual).toAbsolutePath().normalize();
  }

  Map<String, String> environment(String part) {
    return environments.getOrDefault(part, Map.of());
  }
}
