package org.closedloop.acceptance.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.closedloop.core.directory.Channel;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.directory.Role;
import org.closedloop.core.fhir.example.ExampleMessages;
import org.closedloop.stack.local.LocalStack;
import org.closedloop.stack.process.StackFailure;

/** Makes loops: all use cases in turn, among the parties that hear by topic. */
final class Rides {

  private static final String EXAMPLE_INITIATOR = "lakeside-hospital";
  private static final String EXAMPLE_PROGRAM = "riverbend-wellness";

  private final ExampleMessages examples;
  private final List<Party> hospitals;
  private final List<Party> programs;
  private final List<String> useCases;
  private final String run;
  private int made;

  /**
   * @param run makes the identities of this run fresh; letters, digits and hyphens
   */
  Rides(Directory directory, Path useCaseFolder, String run) {
    this.run = run;
    examples =
        new ExampleMessages(
            useCaseFolder, party(directory, EXAMPLE_INITIATOR), party(directory, EXAMPLE_PROGRAM));
    hospitals = byTopic(directory, Role.INITIATOR);
    programs = byTopic(directory, Role.RECIPIENT);
    useCases =
        programs.stream().flatMap(one -> one.useCases().stream()).distinct().sorted().toList();
  }

  /** Rides of a stack's parties under identities that no run before had. */
  static Rides fresh(LocalStack stack) {
    String run = "b" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
    return new Rides(stack.directory(), stack.settings().useCases(), run);
  }

  List<Party> hospitals() {
    return hospitals;
  }

  List<Party> programs() {
    return programs;
  }

  /** So many new ones, made at once. */
  Iterator<Ride> make(int count) {
    return made(count, this::next);
  }

  /**
   * The same with the messages of a few, so that very many find room; for the floor, which looks at
   * no message.
   */
  Iterator<Ride> alike(int count) {
    List<Ride> few = new ArrayList<>();
    made(useCases.size(), this::next).forEachRemaining(few::add);
    return made(count, () -> new Ride(few.get(made % few.size()), run + "-" + made++));
  }

  private static Iterator<Ride> made(int count, Supplier<Ride> one) {
    List<Ride> rides = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rides.add(one.get());
    }
    return rides.iterator();
  }

  /** A new one. */
  Ride next() {
    int round = made / useCases.size();
    String useCase = useCases.get(made % useCases.size());
    List<Party> serving =
        programs.stream().filter(one -> one.useCases().contains(useCase)).toList();
    Party hospital = hospitals.get(round % hospitals.size());
    Party program = serving.get(round % serving.size());
    return new Ride(
        examples, new ExampleMessages.Loop(useCase, run + "-" + made++, hospital, program));
  }

  private static List<Party> byTopic(Directory directory, Role role) {
    return directory.all().stream()
        .filter(one -> one.active() && one.roles().contains(role))
        .filter(one -> one.sendingChannel().orElse(null) == Channel.TOPIC)
        .sorted(Comparator.comparing(Party::id))
        .toList();
  }

  private static Party party(Directory directory, String id) {
    return directory
        .find(id)
        .orElseThrow(() -> new StackFailure("The directory has no party '" + id + "'."));
  }
}
