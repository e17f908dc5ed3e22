package org.closedloop.acceptance.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.closedloop.acceptance.hub.TestReferral.aReferral;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.closedloop.acceptance.hub.Hub;
import org.closedloop.acceptance.hub.Metrics;
import org.closedloop.acceptance.hub.TestReferral;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is watched exists: alerts fire, and every query of rules and dashboards means something. */
class MonitoringIT {

  private static final Path FOLDER = Path.of("../deploy/monitoring");
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Map<String, String> PORTS =
      Map.of("8081", "gateway", "8082", "router", "8083", "adapter", "8084", "feedback");

  /** A name that is no function, label or keyword: ours, the JVM's, Kafka's or HTTP's. */
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:hub|jvm|process|kafka|http)_[a-z_]+\\b");

  /** What PromQL makes of a histogram or counter stands behind its name. */
  private static final Pattern SUFFIX = Pattern.compile("_(bucket|sum|count|total)$");

  private static final Pattern SAMPLE = Pattern.compile("(hub_[^{ ]*)(?:\\{(.*)})? \\S+");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  /** A referral, a person or a message; a rule and a use case are words. */
  private static final Pattern ID = Pattern.compile(".*([0-9a-f]{8}-[0-9a-f]{4}|\\d{6}).*");

  private static final int SERIES_AT_MOST = 1000;
  private static final Set<String> LABELS =
      Set.of(
          "use_case",
          "stage",
          "status",
          "delivery",
          "state",
          "turn",
          "of",
          "kind",
          "group",
          "rule",
          "reason",
          "topic",
          "le");

  @TempDir Path folder;

  @Test
  void shouldFireEachAlertAndKeepQuietOtherwise() throws IOException, InterruptedException {
    Path promtool = program("promtool");
    Process run =
        new ProcessBuilder(promtool.toString(), "test", "rules", "rules-test.yml")
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(run.waitFor()).as(said).isZero();
    String cases = Files.readString(FOLDER.resolve("rules-test.yml"));
    for (JsonNode rule : rules()) {
      if (rule.has("alert")) {
        assertThat(cases).contains("alertname: " + rule.path("alert").asText());
        assertThat(rule.at("/annotations/runbook").asText()).startsWith("docs/operations.md#");
      }
    }
  }

  @Test
  void shouldAskForNothingThatIsNotThere() throws IOException {
    Hub hub = Hub.shared();
    aReferral(hub).of("hypertension").at(TestReferral.after("16"));
    try (Prometheus prometheus = new Prometheus(program("prometheus"), config(hub), folder)) {
      Awaitility.await()
          .atMost(LIMIT)
          .until(() -> prometheus.names().contains("hub_stage_seconds_bucket"));
      Awaitility.await()
          .atMost(LIMIT)
          .until(() -> prometheus.query("up == 1").at("/data/result").size() == PORTS.size());
      Set<String> known = new TreeSet<>(prometheus.names());
      for (String query : queries()) {
        JsonNode answer = prometheus.query(query);
        assertThat(answer.path("status").asText()).as(query).isEqualTo("success");
        for (String metric : metrics(query)) {
          assertThat(known.contains(metric) || written(metric))
              .as(metric + " in " + query)
              .isTrue();
        }
      }
      JsonNode loaded = prometheus.get("/api/v1/rules").path("data");
      assertThat(loaded.findValuesAsText("lastError")).allMatch(String::isEmpty);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gateway", "router", "adapter", "feedback"})
  void shouldNameByConventionAndBoundEveryLabel(String service)
      throws IOException, InterruptedException {
    Hub hub = Hub.shared();
    aReferral(hub).of("obesity").at(TestReferral.after("16"));
    Map<String, Integer> series = new TreeMap<>();
    for (String line : Metrics.of(hub, service).lines().toList()) {
      Matcher sample = SAMPLE.matcher(line);
      if (sample.matches()) {
        series.merge(sample.group(1), 1, Integer::sum);
        assertThat(sample.group(1)).matches("hub_[a-z]+(_[a-z]+)*");
        LABEL.matcher(line).results().forEach(label -> assertBounded(line, label));
      }
    }
    assertThat(series.values()).allMatch(count -> count < SERIES_AT_MOST);
    assertThat(series).as("its own figures").isNotEmpty();
  }

  private static void assertBounded(String line, MatchResult label) {
    assertThat(LABELS).as(line).contains(label.group(1));
    if (!label.group(1).equals("le")) {
      assertThat(label.group(2)).as(line).doesNotMatch(ID);
    }
  }

  private static Path program(String name) {
    return Prometheus.onPath(name)
        .orElseGet(
            () -> Assumptions.abort("not run, because there is no " + name + " on this machine"));
  }

  private Path config(Hub hub) throws IOException {
    String text = Files.readString(FOLDER.resolve("prometheus.yml"));
    for (Map.Entry<String, String> port : PORTS.entrySet()) {
      text = text.replace(":" + port.getKey(), ":" + hub.stack().port(port.getValue()));
    }
    Path file = folder.resolve("prometheus.yml");
    Files.copy(FOLDER.resolve("rules.yml"), folder.resolve("rules.yml"));
    return Files.writeString(file, text.replace("5s", "1s"));
  }

  private static List<JsonNode> rules() throws IOException {
    JsonNode file = new YAMLMapper().readTree(FOLDER.resolve("rules.yml").toFile());
    List<JsonNode> rules = new ArrayList<>();
    file.path("groups").forEach(group -> group.path("rules").forEach(rules::add));
    return rules;
  }

  private static List<String> queries() throws IOException {
    List<String> queries = new ArrayList<>();
    rules().forEach(rule -> queries.add(rule.path("expr").asText()));
    try (Stream<Path> files = Files.list(FOLDER.resolve("dashboards"))) {
      for (Path file : files.sorted().toList()) {
        JsonNode dashboard = new ObjectMapper().readTree(file.toFile());
        List<String> found = dashboard.findValuesAsText("expr");
        assertThat(found).as(file.toString()).isNotEmpty();
        queries.addAll(found);
      }
    }
    return queries;
  }

  private static List<String> metrics(String query) {
    Matcher matcher = METRIC.matcher(query);
    return matcher.results().map(found -> found.group()).distinct().toList();
  }

  /** A gauge of what is not there is not exposed: then the modules must have written of it. */
  private static boolean written(String metric) {
    String name = SUFFIX.matcher(metric).replaceFirst("");
    return Stream.of("../docs/operations.md", "../feedback-service/README.md")
        .map(Path::of)
        .anyMatch(file -> contains(file, name));
  }

  private static boolean contains(Path file, String name) {
    try {
      return name.startsWith("hub_") && Files.readString(file).contains(name);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
