package org.closedloop.adapter.in.portal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.closedloop.adapter.core.TaskRecord;
import org.closedloop.adapter.core.portal.ReferralView;
import org.closedloop.adapter.out.PackageStore;
import org.closedloop.adapter.out.TaskViews;
import org.closedloop.core.fhir.readable.Readable;
import org.closedloop.core.track.Journey;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.pages.PageDoor;
import org.jboss.logging.Logger;

/** A program's own referrals for its people. Who looks at a package has it. */
@ApplicationScoped
class Referrals {

  private static final Logger LOG = Logger.getLogger(Referrals.class);

  private final TaskViews views;
  private final PackageStore packages;
  private final RecordReader record;
  private final PageDoor door;
  private final Names names;

  Referrals(
      TaskViews views, PackageStore packages, RecordReader record, PageDoor door, Names names) {
    this.views = views;
    this.packages = packages;
    this.record = record;
    this.door = door;
    this.names = names;
  }

  /**
   * A referral with its package.
   *
   * @param task how it stands
   * @param message the package; empty when it was withdrawn or the consent is gone
   */
  record Opened(TaskRecord task, Optional<byte[]> message) {}

  /** A referral of this program; empty when there is none. */
  Uni<Optional<TaskRecord>> find(String program, String id) {
    return views.find(program, id);
  }

  /** The same with its package. */
  Uni<Optional<Opened>> open(String program, String id) {
    return find(program, id)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : packages
                        .fetch(program, id)
                        .map(message -> Optional.of(new Opened(found.get(), message))));
  }

  /** The same, ready to be shown; without its way where the record cannot be read. */
  Uni<Optional<ReferralView>> view(String program, String id) {
    return open(program, id)
        .chain(
            found ->
                found.isEmpty()
                    ? Uni.createFrom().item(Optional.empty())
                    : journey(program, id).map(way -> Optional.of(view(found.get(), way))));
  }

  private ReferralView view(Opened opened, Optional<Journey> journey) {
    return ReferralView.of(
        opened.task(),
        opened.message().map(Readable::of),
        journey,
        door.useCases(),
        names.parties());
  }

  private Uni<Optional<Journey>> journey(String program, String id) {
    return record
        .journey(program, id)
        .onFailure()
        .invoke(e -> LOG.warnf("journey not readable error=%s", e.getClass().getName()))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }
}
