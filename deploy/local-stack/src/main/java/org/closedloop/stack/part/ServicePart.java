package org.closedloop.stack.part;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.closedloop.stack.process.Executables;
import org.closedloop.stack.process.Launch;
import org.closedloop.stack.token.InternalKey;
import org.closedloop.stack.token.IssuerKey;

/** One instance of one of the hub's services as a process. */
public final class ServicePart implements Part {

  private static final int TIMEOUT_MS = 2000;

  /** Nothing distributes requests here; long enough to be seen, short enough for whoever waits. */
  private static final Duration NOT_READY_BEFORE_END = Duration.ofMillis(300);

  private final HubService service;
  private final int number;
  private final StackSettings settings;

  /**
   * @param number from 1, among the instances of its service
   */
  public ServicePart(HubService service, int number, StackSettings settings) {
    this.service = service;
    this.number = number;
    this.settings = settings;
  }

  @Override
  public String name() {
    return Numbered.name(service.shortName(), number);
  }

  @Override
  public int port() {
    return port(settings, service, number);
  }

  private static int port(StackSettings settings, HubService service, int number) {
    return settings.portOffset() + Numbered.port(service.port(), number);
  }

  @Override
  public Optional<String> complaint() {
    return Files.isRegularFile(jar())
        ? Optional.empty()
        : Optional.of("The service " + name() + " is not built: " + jar() + " is missing.");
  }

  @Override
  public Launch launch() {
    return new Launch(command(cache().options()), environment(), settings.data());
  }

  /** How the same program makes its cache of what a run has noted; nothing else is started. */
  public Launch makingCache(Path notes) {
    return new Launch(command(cache().making(notes)), Map.of(), settings.data());
  }

  /** What its JVM knows from a run before. */
  public AotCache cache() {
    return new AotCache(jar());
  }

  /**
   * The heap begins small and grows by need, since four JVMs share a machine; native memory that
   * the compiler gave back returns to the system. What an older Java does not know it ignores.
   *
   * <p>Half of the heap is for what is young, with room for what is on its way: what a loop needs
   * is gone after a fraction of a second, and once it is taken for old, only a pause of 0.3 s gets
   * rid of it.
   */
  private List<String> command(List<String> ofCache) {
    List<String> command = new ArrayList<>();
    command.add(Executables.java());
    command.addAll(ofCache);
    command.add("-Xms64m");
    command.add("-Xmx" + service.heap());
    command.add("-XX:+IgnoreUnrecognizedVMOptions");
    command.add("-XX:+UseCompactObjectHeaders");
    command.add("-XX:TrimNativeHeapInterval=5000");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:NewRatio=1");
    command.add("-XX:SurvivorRatio=5");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-jar");
    command.add(jar().toString());
    return command;
  }

  @Override
  public boolean ready() {
    try {
      URI health = URI.create("http://127.0.0.1:" + port() + "/q/health/ready");
      HttpURLConnection call = (HttpURLConnection) health.toURL().openConnection(Proxy.NO_PROXY);
      call.setConnectTimeout(TIMEOUT_MS);
      call.setReadTimeout(TIMEOUT_MS);
      return call.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  private Path jar() {
    return settings.root().resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
  }

  private Path fullValidator() {
    return settings.root().resolve("full-validator/target/lib");
  }

  private Map<String, String> environment() {
    Map<String, String> all = new LinkedHashMap<>();
    // Each arena keeps what it once needed; the work is done by few threads.
    all.put("MALLOC_ARENA_MAX", "2");
    all.put("QUARKUS_PROFILE", "local");
    all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    all.put("QUARKUS_HTTP_PORT", String.valueOf(port()));
    all.put("KAFKA_BOOTSTRAP_SERVERS", KafkaPart.addressForServices(settings));
    all.put("HUB_DIRECTORY", settings.directory().toString());
    all.put("HUB_USE_CASES", settings.useCases().toString());
    all.put("HUB_ISSUER_KEY", new IssuerKey(settings.keys()).publicKeyFile().toString());
    all.put("HUB_INTERNAL_KEY", new InternalKey(settings.keys()).value());
    all.put("HUB_FEEDBACK_URL", feedbackAddresses());
    all.put("HUB_FULL_VALIDATOR_FOLDER", fullValidator().toString());
    all.put("QUARKUS_SHUTDOWN_DELAY", NOT_READY_BEFORE_END.toString());
    service.database().ifPresent(name -> all.putAll(database(name)));
    all.putAll(settings.environment());
    all.putAll(settings.seams().environment(name()));
    return all;
  }

  /** The instance of the same number first, so that they share the reading. */
  private String feedbackAddresses() {
    int count = settings.size().of(HubService.FEEDBACK);
    return IntStream.range(0, count)
        .map(step -> (number - 1 + step) % count + 1)
        .mapToObj(this::feedbackAddress)
        .collect(Collectors.joining(","));
  }

  private String feedbackAddress(int instance) {
    String name = Numbered.name(HubService.FEEDBACK.shortName(), instance);
    int usual = port(settings, HubService.FEEDBACK, instance);
    return "http://127.0.0.1:" + settings.seams().detour(name).orElse(usual);
  }

  private Map<String, String> database(String name) {
    String url = PostgresPart.urlForServices(settings, name);
    return Map.of(
        "QUARKUS_DATASOURCE_USERNAME",
        PostgresPart.USER,
        "QUARKUS_DATASOURCE_PASSWORD",
        PostgresPart.PASSWORD,
        "QUARKUS_DATASOURCE_JDBC_URL",
        "jdbc:" + url,
        "QUARKUS_DATASOURCE_REACTIVE_URL",
        "vertx-reactive:" + url);
  }
}
