package org.closedloop.stack.local;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.closedloop.stack.part.HubService;
import org.closedloop.stack.part.KafkaPart;
import org.closedloop.stack.part.Part;
import org.closedloop.stack.part.PostgresPart;
import org.closedloop.stack.part.ServicePart;
import org.closedloop.stack.part.StackSettings;
import org.closedloop.stack.process.StackFailure;

/**
 * What a stack of a certain size consists of.
 *
 * @param services all instances, those of one service together
 * @param brokers one or three
 * @param postgres the database server
 */
record Parts(List<Part> services, List<Part> brokers, Part postgres) {

  static Parts of(StackSettings settings) {
    return new Parts(
        Stream.of(HubService.values()).flatMap(service -> instances(service, settings)).toList(),
        IntStream.rangeClosed(1, settings.size().brokers())
            .<Part>mapToObj(number -> new KafkaPart(number, settings))
            .toList(),
        new PostgresPart(settings));
  }

  private static Stream<Part> instances(HubService service, StackSettings settings) {
    return IntStream.rangeClosed(1, settings.size().of(service))
        .mapToObj(number -> new ServicePart(service, number, settings));
  }

  /** What the services lean on. */
  List<Part> stores() {
    return Stream.concat(brokers.stream(), Stream.of(postgres)).toList();
  }

  List<Part> all() {
    return Stream.concat(services.stream(), stores().stream()).toList();
  }

  Part named(String name) {
    return all().stream()
        .filter(part -> part.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new StackFailure("The stack has no part '" + name + "'."));
  }
}
