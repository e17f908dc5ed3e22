package org.closedloop.acceptance.chaos.ledger;

import java.util.List;

/** Looks for one kind of broken promise in what is known of one referral. */
@FunctionalInterface
interface Check {

  List<Dirt> dirtIn(Facts facts);
}
