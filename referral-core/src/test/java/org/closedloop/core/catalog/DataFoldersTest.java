package org.closedloop.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.closedloop.core.directory.Channel;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.topic.TopicPlan;
import org.closedloop.core.topic.TopicSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFoldersTest {

  private static final Path USE_CASES = Path.of("..", "use-cases");
  private static final Path PARTIES = Path.of("..", "deploy", "directory");

  @TempDir Path folder;

  @Test
  void shouldShipTheSixUseCasesOfTheGuide() {
    assertThat(UseCaseCatalog.load(USE_CASES).all())
        .extracting(UseCase::name)
        .containsExactly(
            "arthritis",
            "diabetes-prevention",
            "early-childhood-nutrition",
            "hypertension",
            "obesity",
            "tobacco-use-cessation");
  }

  @Test
  void shouldKnowThePartiesOfTheGuidesMessages() {
    Directory directory = Directory.load(PARTIES);
    assertThat(directory.byNpi("1063494177")).map(Party::id).contains("saint-lukes");
    Party wellness = directory.byNpi("1144221847").orElseThrow();
    assertThat(wellness.id()).isEqualTo("kc-wellness");
    assertThat(wellness.useCases()).hasSize(6);
    assertThat(wellness.sendingChannel()).contains(Channel.TOPIC);
    assertThat(wellness.push()).isNull();
  }

  @Test
  void shouldPlanEveryTopicOnce() {
    assertThat(
            TopicPlan.of(Directory.load(PARTIES), UseCaseCatalog.load(USE_CASES)).stream()
                .map(TopicSpec::name))
        .doesNotHaveDuplicates()
        .contains(
            "referral.journal",
            "referral.routed.obesity",
            "initiator.saint-lukes.feedback",
            "program.kc-wellness.responses.dlq");
  }

  @Test
  void shouldTakeASeventhUseCaseFromAFolder() throws IOException {
    seventh("food-insecurity", "FOOD", "FOODF");
    UseCaseCatalog catalog = UseCaseCatalog.load(List.of(USE_CASES, folder));
    assertThat(catalog.find("food-insecurity")).isPresent();
    assertThat(catalog.all()).hasSize(7);
  }

  @Test
  void shouldNameFileAndReasonOfABrokenFolder() throws IOException {
    Path file = seventh("food-insecurity", "FOOD", "FOODF");
    Files.writeString(file, Files.readString(file) + "surprise: yes\n");
    assertThatThrownBy(() -> UseCaseCatalog.load(folder))
        .isInstanceOf(BrokenDataException.class)
        .hasMessageContaining("use-case.yaml")
        .hasMessageContaining("surprise");
  }

  @Test
  void shouldRefuseTwoUseCasesOfOneSection() throws IOException {
    seventh("food-insecurity", "ARSI", "FOODF");
    assertThatThrownBy(() -> UseCaseCatalog.load(List.of(USE_CASES, folder)))
        .isInstanceOf(BrokenDataException.class)
        .hasMessageContaining("ARSI");
  }

  @Test
  void shouldRefuseAPartyWithoutItsPushAddress() throws IOException {
    Files.writeString(
        folder.resolve("p.yaml"),
        "id: p\nname: P\nnpi: '1234567893'\nroles: [initiator]\nchannels: [push]\nactive: true\n");
    assertThatThrownBy(() -> Directory.load(folder)).hasMessageContaining("push");
  }

  private Path seventh(String name, String request, String feedback) throws IOException {
    Path file = Files.createDirectories(folder.resolve(name)).resolve("use-case.yaml");
    return Files.writeString(
        file,
        """
        name: %s
        display: Food insecurity
        reasonCodes: [{system: 'http://snomed.info/sct', code: '733423003', display: Food}]
        serviceCodes: []
        request: {section: %s, otherSections: [OSI], items: []}
        feedback: {section: %s, otherSections: [RSRFS], items: []}
        respondWithin: P3D
        completeWithin: P90D
        consentRequired: true
        """
            .formatted(name, request, feedback));
  }
}
