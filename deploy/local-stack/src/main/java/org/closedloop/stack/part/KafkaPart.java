package org.closedloop.stack.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.topic.Copies;
import org.closedloop.core.topic.TopicPlan;
import org.closedloop.core.topic.TopicSpec;
import org.closedloop.stack.check.PortCheck;
import org.closedloop.stack.process.Executables;
import org.closedloop.stack.process.Launch;
import org.closedloop.stack.process.Launcher;
import org.closedloop.stack.process.LogFile;
import org.closedloop.stack.process.PrivateFolder;

/** A real broker, one process of one or three, with the topics of the hub. */
public final class KafkaPart implements Part {

  /** Any 16 bytes; the same for every stack, as no two share data. */
  private static final String CLUSTER_ID = "Y2xvc2VkLWxvb3AtaHViMQ";

  private final StackSettings settings;
  private final KafkaAddress address;

  /**
   * @param number from 1, among the brokers
   */
  public KafkaPart(int number, StackSettings settings) {
    this.settings = settings;
    this.address = new KafkaAddress(number, settings);
  }

  /** Host and port of each broker, for clients. */
  public static String address(StackSettings settings) {
    return KafkaAddress.forClients(settings);
  }

  /** The same for the services, which may be sent a detour. */
  static String addressForServices(StackSettings settings) {
    return KafkaAddress.forServices(settings);
  }

  @Override
  public String name() {
    return address.name();
  }

  @Override
  public int port() {
    return address.clientsPort();
  }

  @Override
  public int behindDetour() {
    return address.behindDetourPort();
  }

  @Override
  public List<Integer> ports() {
    return Stream.of(port(), address.controllerPort(), behindDetour()).distinct().toList();
  }

  @Override
  public Optional<String> complaint() {
    return Optional.empty();
  }

  @Override
  public void prepare() {
    writeConfiguration();
    if (!Files.exists(data().resolve("meta.properties"))) {
      LogFile log = LogFile.forNewRun(settings.logs().resolve(name() + ".log"));
      Launcher.run("Making Kafka's storage", format(), log);
    }
  }

  @Override
  public Launch launch() {
    List<String> command = java("-Xmx512m");
    command.addAll(List.of("kafka.Kafka", configuration().toString()));
    return new Launch(command, Map.of(), settings.data());
  }

  @Override
  public boolean ready() {
    return PortCheck.open(port()) && new BrokerHealth(address).serves();
  }

  /** One broker does it for all. */
  @Override
  public void furnish() {
    if (address.number() == 1) {
      new KafkaTopics(address(settings)).agreeWith(plan());
    }
  }

  private List<TopicSpec> plan() {
    return TopicPlan.of(
        Directory.load(settings.directory()),
        UseCaseCatalog.load(settings.useCases()),
        Copies.on(settings.size().brokers()),
        settings.size().partitions());
  }

  private Launch format() {
    List<String> command = java("-XX:TieredStopAtLevel=1");
    command.addAll(List.of("kafka.tools.StorageTool", "format", "--ignore-formatted"));
    command.addAll(List.of("-t", CLUSTER_ID, "-c", configuration().toString()));
    return new Launch(command, Map.of(), settings.data());
  }

  private List<String> java(String first) {
    return new ArrayList<>(
        List.of(
            Executables.java(),
            first,
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSZ",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dorg.slf4j.simpleLogger.log.kafka.server=info",
            "-Dorg.slf4j.simpleLogger.log.kafka.server.metadata=warn",
            "-cp",
            Libraries.classPath(settings.root())));
  }

  private void writeConfiguration() {
    try {
      PrivateFolder.make(data());
      Files.writeString(configuration(), KafkaConfig.text(address, data()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path data() {
    return settings.seams().folder(name(), settings.data().resolve(name()));
  }

  private Path configuration() {
    return settings.data().resolve(name() + ".properties");
  }
}
