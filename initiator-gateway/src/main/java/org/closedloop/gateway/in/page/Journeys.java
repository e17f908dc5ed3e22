package org.closedloop.gateway.in.page;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closedloop.core.fhir.readable.Readable;
import org.closedloop.core.track.Journey;
import org.closedloop.gateway.core.track.JourneyView;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.pages.PageDoor;

/** Reads one referral with all that is shown of it. */
@ApplicationScoped
class Journeys {

  /** A referral with more interim notes shows the latest. */
  private static final int DOCUMENTS_AT_MOST = 12;

  private final RecordReader reader;
  private final PageDoor door;
  private final Clock clock;

  Journeys(RecordReader reader, PageDoor door, Clock clock) {
    this.reader = reader;
    this.door = door;
    this.clock = clock;
  }

  /** A party's referral; empty when there is none, or it is another's. */
  Uni<Optional<JourneyView>> find(String party, String id) {
    return reader
        .journey(party, id)
        .chain(
            found ->
                found
                    .map(journey -> complete(party, journey).map(Optional::of))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  /**
   * A journey with the messages that belong to it. They are read on a worker: a large one takes its
   * time.
   */
  Uni<JourneyView> complete(String party, Journey journey) {
    return Uni.combine()
        .all()
        .unis(reader.request(party, journey.referral().id()), documents(party, journey))
        .asTuple()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(
            both ->
                JourneyView.of(
                    journey,
                    Readable.of(both.getItem1().orElseThrow()),
                    readables(both.getItem2()),
                    door.useCases(),
                    clock.instant()));
  }

  private record Document(String id, byte[] bytes) {}

  private Uni<List<Document>> documents(String party, Journey journey) {
    List<String> ids = journey.documents();
    return Multi.createFrom()
        .iterable(ids.subList(Math.max(0, ids.size() - DOCUMENTS_AT_MOST), ids.size()))
        .onItem()
        .transformToUniAndConcatenate(
            id -> reader.document(party, id).map(found -> new Document(id, found.orElse(null))))
        .filter(document -> document.bytes() != null)
        .collect()
        .asList();
  }

  private static Map<String, Readable> readables(List<Document> documents) {
    Map<String, Readable> readables = new LinkedHashMap<>();
    documents.forEach(document -> readables.put(document.id(), Readable.of(document.bytes())));
    return readables;
  }
}
