package org.closedloop.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code bser} with a JDK and a Maven that only write down how they were called. */
class BserScriptTest {

  @TempDir private Path folder;
  private ScriptWorld world;

  @BeforeEach
  void build() throws IOException {
    world = new ScriptWorld(folder);
    world.jdk("jdk-25", "25.0.1");
  }

  @Test
  void shouldTakeTheNewestJdk() throws Exception {
    world.jdk("jdk-17", "17.0.9");
    world.jdk("jdk-21", "21.0.2");
    assertThat(world.bser("up").out()).contains("jdk-25 ran").contains("up");
  }

  @Test
  void shouldSayWhatToInstallWhenThereIsNoNewEnoughJdk() throws Exception {
    world.forgetJdks();
    world.jdk("jdk-17", "17.0.9");
    Result result = world.bser("up");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("version 21 or newer", "found here is 17", "Install");
    assertThat(world.builds()).isZero();
  }

  @Test
  void shouldSayWhatToInstallWhenThereIsNoMaven() throws Exception {
    world.forgetMaven();
    Result result = world.bser("up");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("needs Maven");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void shouldExplainItselfWithoutAnyTool() throws Exception {
    world.forgetJdks();
    assertThat(world.bser("--help").out()).contains("Usage", "down", "token");
    assertThat(world.bser("up", "--help").exit()).isZero();
  }

  @Test
  void shouldRefuseAnUnknownCommandWithoutBuilding() throws Exception {
    Result result = world.bser("fly");
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.err()).contains("Usage");
    assertThat(world.builds()).isZero();
  }

  @Test
  void shouldBuildTheFirstTimeAndTellPeopleOnStandardError() throws Exception {
    Result result = world.bser("up", "-d", "--json");
    assertThat(result.exit()).isZero();
    assertThat(result.err()).contains("Building the hub", "[1/2 The gateway]", "Built in");
    assertThat(result.out()).startsWith("jdk-25 ran").endsWith("up -d --json\n");
    assertThat(world.builds()).isEqualTo(1);
  }

  @Test
  void shouldNotBuildAgainWhenNothingChanged() throws Exception {
    world.bser("up");
    world.bser("up");
    assertThat(world.builds()).isEqualTo(1);
  }

  @Test
  void shouldNotBuildWhatPlainMavenBuilt() throws Exception {
    world.source("initiator-gateway/src/main/java/A.java");
    world.buildByHand();
    world.bser("up");
    assertThat(world.builds()).isZero();
  }

  @Test
  void shouldBuildAgainWhenASourceChanged() throws Exception {
    Path source = world.source("initiator-gateway/src/main/resources/application.properties");
    world.bser("up");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    world.bser("up");
    assertThat(world.builds()).isEqualTo(2);
  }

  @Test
  void shouldBuildAgainWhenAJarIsGone() throws Exception {
    world.bser("up");
    Files.delete(world.root().resolve("referral-router/target/quarkus-app/quarkus-run.jar"));
    world.bser("up");
    assertThat(world.builds()).isEqualTo(2);
  }

  @Test
  void shouldNotBuildAgainForATest() throws Exception {
    Path test = world.source("initiator-gateway/src/test/java/ATest.java");
    world.bser("up");
    Files.setLastModifiedTime(test, FileTime.from(Instant.now().plusSeconds(5)));
    world.bser("up");
    assertThat(world.builds()).isEqualTo(1);
  }

  @Test
  void shouldShowTheErrorsOfAFailedBuildAndStop() throws Exception {
    world.breakMaven();
    Result result = world.bser("up");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("[ERROR] it does not compile", "bser-build.log");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void shouldNeverBuildToLookOrToStop() throws Exception {
    assertThat(world.bser("status").exit()).isZero();
    assertThat(world.bser("down").exit()).isZero();
    assertThat(world.bser("status", "--json").out()).isEqualTo("{\"up\":false,\"services\":[]}\n");
    Result token = world.bser("token", "ops");
    assertThat(token.exit()).isEqualTo(1);
    assertThat(token.err()).contains("Nothing is built yet");
    assertThat(token.out()).isEmpty();
    assertThat(world.builds()).isZero();
  }

  @Test
  void shouldBuildToValidateButNotUnderARunningHub() throws Exception {
    Path source = world.source("initiator-gateway/src/main/java/A.java");
    assertThat(world.bser("validate", "a.json").out()).contains("validate a.json");
    assertThat(world.builds()).isEqualTo(1);
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    world.runFile("kafka", ProcessHandle.current().pid());
    assertThat(world.bser("validate", "a.json").out()).contains("validate a.json");
    assertThat(world.builds()).isEqualTo(1);
  }

  @Test
  void shouldNotSayThatNothingRunsWhenOnlyTheBuildIsGone() throws Exception {
    world.runFile("kafka", ProcessHandle.current().pid());
    Result result = world.bser("down");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("The hub runs");
  }

  @Test
  void shouldWorkThroughALinkFromAnywhere() throws Exception {
    world.buildByHand();
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("repo/bser"));
    Result result = world.call(link, "status");
    assertThat(result.out()).contains("-Dbser.root=" + world.root());
  }
}
