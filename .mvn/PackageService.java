import io.quarkus.bootstrap.app.CuratedApplication;
import io.quarkus.bootstrap.app.QuarkusBootstrap;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Packages one Quarkus service into {@code target/quarkus-app}, as quarkus-maven-plugin's build
 * goal does, but in a JVM of its own. The plugin loads the service's classes into Maven's own JVM,
 * which fails where that one is older than the classes; this runs on the JDK the toolchains plugin
 * selected.
 */
public final class PackageService {

  public static void main(String[] args) throws Exception {
    Path module = Path.of(args[0]);
    String name = args[1];
    Path classes = Files.createDirectories(module.resolve("target/classes"));
    QuarkusBootstrap bootstrap =
        QuarkusBootstrap.builder()
            .setApplicationRoot(classes)
            .setProjectRoot(module)
            .setTargetDirectory(module.resolve("target"))
            .setBaseName(name)
            .setOriginalBaseName(name)
            .setBaseClassLoader(PackageService.class.getClassLoader())
            .setLocalProjectDiscovery(true)
            .setMode(QuarkusBootstrap.Mode.PROD)
            .build();
    try (CuratedApplication application = bootstrap.bootstrap()) {
      application.createAugmentor().createProductionApplication();
    }
  }
}
