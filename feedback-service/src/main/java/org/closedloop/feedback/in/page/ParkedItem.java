package org.closedloop.feedback.in.page;

import org.closedloop.feedback.out.Parked;
import org.closedloop.pages.view.Times;

/**
 * Something parked, or what became of it.
 *
 * @param target what a replay names: the referral, or the item where there is none
 * @param referral id, or null
 * @param kind of what waits
 * @param word why
 * @param since when it was parked
 * @param size in bytes
 * @param result what became of it, or null
 */
record ParkedItem(
    String target,
    String referral,
    String kind,
    String word,
    String since,
    long size,
    String result) {

  static ParkedItem of(Parked item, String result) {
    return new ParkedItem(
        item.referralId() == null ? item.id() : item.referralId(),
        item.referralId(),
        item.kind(),
        item.word(),
        Times.moment(item.parkedAt()),
        item.size(),
        result);
  }
}
