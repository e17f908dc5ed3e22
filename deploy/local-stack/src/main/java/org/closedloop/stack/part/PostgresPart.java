package org.closedloop.stack.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.closedloop.stack.process.Launch;
import org.closedloop.stack.process.Launcher;
import org.closedloop.stack.process.LogFile;
import org.closedloop.stack.process.Signal;

/** A real PostgreSQL that loses nothing it acknowledged, with a database per owner of data. */
public final class PostgresPart implements Part {

  /** Superuser of this local database. */
  public static final String USER = "hub";

  /** Not a secret: the server listens on the loopback address only. */
  public static final String PASSWORD = "hub";

  private static final String NAME = "postgresql";
  private static final int PORT = 15432;

  private final StackSettings settings;
  private final PostgresBinaries binaries;
  private final PostgresDatabases databases;

  public PostgresPart(StackSettings settings) {
    this.settings = settings;
    this.binaries = new PostgresBinaries(settings.data().resolve("bin"));
    this.databases = new PostgresDatabases(settings, port());
  }

  /** {@code postgresql://host:port/database}, to be prefixed for JDBC or the reactive client. */
  public static String url(StackSettings settings, String database) {
    return url(settings.portOffset() + PORT, database);
  }

  /** The same for the services, which may be sent a detour. */
  static String urlForServices(StackSettings settings, String database) {
    int usual = settings.portOffset() + PORT;
    return url(settings.seams().detour(NAME).orElse(usual), database);
  }

  private static String url(int port, String database) {
    return "postgresql://127.0.0.1:" + port + "/" + database;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int port() {
    return settings.portOffset() + PORT;
  }

  @Override
  public Optional<String> complaint() {
    return binaries.complaint().or(UserNamespace::complaint);
  }

  @Override
  public void prepare() {
    binaries.unpack();
    if (!Files.exists(data().resolve("PG_VERSION"))) {
      initialise();
    }
    PostgresLeftovers.clear(data());
  }

  @Override
  public Launch launch() {
    List<String> command = UserNamespace.wrap(binaries.program("postgres"));
    command.addAll(List.of("-D", data().toString()));
    PostgresConfig.settings(port()).forEach(setting -> command.addAll(List.of("-c", setting)));
    return new Launch(command, Map.of("TZ", "UTC"), settings.data());
  }

  @Override
  public boolean ready() {
    return databases.answer();
  }

  @Override
  public void furnish() {
    List<String> owned =
        Stream.of(HubService.values()).flatMap(service -> service.database().stream()).toList();
    databases.createMissing(owned);
  }

  @Override
  public Signal ending() {
    return Signal.INT;
  }

  /** In a folder beside, renamed when complete: a broken attempt is never taken for a database. */
  private void initialise() {
    Path draft = data().resolveSibling(data().getFileName() + ".new");
    Path password = settings.data().resolve("postgres.password");
    List<String> command = UserNamespace.wrap(binaries.program("initdb"));
    command.addAll(List.of("-D", draft.toString(), "-U", USER, "--pwfile=" + password));
    command.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8", "--no-locale"));
    try {
      Folders.delete(draft);
      Files.writeString(password, PASSWORD);
      Launch launch = new Launch(command, Map.of(), settings.data());
      Launcher.run("Making the database", launch, log());
      Files.move(draft, data());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Folders.delete(password);
    }
  }

  private Path data() {
    return settings.seams().folder(NAME, settings.data().resolve("postgres"));
  }

  private LogFile log() {
    return LogFile.forNewRun(settings.logs().resolve(name() + ".log"));
  }
}
