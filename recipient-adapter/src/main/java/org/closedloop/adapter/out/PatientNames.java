package org.closedloop.adapter.out;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.closedloop.core.fhir.readable.Readable;

/**
 * Names of patients for a program's worklist, from the packages that it has. A package is read
 * once; names are kept in memory alone, the last used ones.
 */
@ApplicationScoped
class PatientNames {

  private static final int KEPT = 5000;

  private static final String DELIVERED =
      "from DeliveryRow where referralId in :ids and program = :program and referral = true"
          + " and state = 'delivered'";

  private final Db db;
  private final Map<String, String> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
              return size() > KEPT;
            }
          });

  PatientNames(Db db) {
    this.db = db;
  }

  /** Names by referral id; those of packages the program has not got are not among them. */
  Uni<Map<String, String>> of(String program, List<String> ids) {
    List<String> unknown = ids.stream().filter(id -> known.get(id) == null).toList();
    return read(program, unknown).map(done -> found(ids));
  }

  private Map<String, String> found(List<String> ids) {
    Map<String, String> found = new HashMap<>();
    for (String id : ids) {
      Optional.ofNullable(known.get(id)).ifPresent(name -> found.put(id, name));
    }
    return found;
  }

  private Uni<Void> read(String program, List<String> ids) {
    if (ids.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return db.inTransaction(
            session ->
                session
                    .createSelectionQuery(DELIVERED, DeliveryRow.class)
                    .setParameter("ids", ids)
                    .setParameter("program", program)
                    .getResultList())
        .invoke(rows -> rows.forEach(row -> keep(row.referralId(), row.message())))
        .replaceWithVoid();
  }

  private void keep(String referralId, byte[] message) {
    String name = Readable.of(message).patient().name();
    known.put(referralId, name == null ? "" : name);
  }
}
