package org.closedloop.gateway.core.track;

import java.util.List;
import org.closedloop.core.fhir.readable.Readable;
import org.closedloop.core.track.ReferralLine;
import org.closedloop.pages.view.Facts;
import org.closedloop.pages.view.Facts.Fact;
import org.closedloop.pages.view.Times;

/** What a hospital's referral is about. */
final class ReferralFacts {

  private ReferralFacts() {}

  /** About the referral. */
  static List<Fact> of(ReferralLine line, String useCase, Readable request) {
    Facts all = new Facts();
    all.add("Program", Turns.program(line));
    all.add("Subject", useCase);
    all.add("Service", request.service());
    all.add("Reason", Facts.joined(request.reasons().stream()));
    all.add("Priority", request.priority());
    all.add("Wanted on", Times.day(request.wantedOn()));
    all.add("Referred by", Facts.provider(request.requester()));
    all.add("Your number", line.serviceNumber());
    all.add("Task number", line.taskNumber());
    all.add("Referral id", line.id());
    return all.list();
  }
}
