package org.closedloop.acceptance.chaos.play;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.closedloop.acceptance.chaos.scenario.Load;
import org.closedloop.acceptance.chaos.scenario.Story;
import org.closedloop.core.directory.Channel;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.core.fhir.example.ExampleMessages.Loop;

/** Draws referrals: the use cases in turn, everything else by the shares of the load. */
public final class Journeys {

  private final Directory directory;
  private final Load load;
  private final Random chance;
  private final String run;
  private final List<String> useCases;
  private final List<Party> hospitals;
  private int drawn;

  /**
   * @param run makes the identities of this run fresh; letters, digits and hyphens
   */
  public Journeys(Directory directory, Load load, Random chance, String run) {
    this.directory = directory;
    this.load = load;
    this.chance = chance;
    this.run = run;
    this.hospitals = parties(Role.INITIATOR);
    this.useCases =
        parties(Role.RECIPIENT).stream()
            .flatMap(party -> party.useCases().stream())
            .distinct()
            .sorted()
            .toList();
  }

  /** The next one. */
  public Journey next() {
    String useCase = useCases.get(drawn % useCases.size());
    Party hospital = hospitals.get(chance.nextInt(hospitals.size()));
    Loop loop = new Loop(useCase, run + "-" + drawn, hospital, program(useCase));
    drawn++;
    Door door = chance.nextDouble() < load.byTopic() ? Door.TOPIC : Door.HTTP;
    return new Journey(loop, story(), door, programDoor());
  }

  private Party program(String useCase) {
    List<Party> serving =
        parties(Role.RECIPIENT).stream().filter(one -> one.useCases().contains(useCase)).toList();
    Channel wanted = chance.nextDouble() < load.toPush() ? Channel.PUSH : Channel.TOPIC;
    List<Party> fitting =
        serving.stream().filter(one -> one.sendingChannel().orElse(null) == wanted).toList();
    List<Party> from = fitting.isEmpty() ? serving : fitting;
    return from.get(chance.nextInt(from.size()));
  }

  private Door programDoor() {
    boolean topic = chance.nextDouble() < load.answersByTopic();
    boolean variant = chance.nextBoolean();
    if (topic) {
      return variant ? Door.TOPIC : Door.TOPIC_AT_ONCE;
    }
    return variant ? Door.HTTP : Door.TASK;
  }

  private Story story() {
    List<Story> hat = new ArrayList<>();
    load.stories().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              for (int i = 0; i < entry.getValue(); i++) {
                hat.add(entry.getKey());
              }
            });
    return hat.get(chance.nextInt(hat.size()));
  }

  private List<Party> parties(Role role) {
    return directory.all().stream()
        .filter(party -> party.active() && party.roles().contains(role))
        .sorted(Comparator.comparing(Party::id))
        .toList();
  }
}
