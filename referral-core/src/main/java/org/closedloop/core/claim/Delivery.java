package org.closedloop.core.claim;

/** How far the package has come on its way to the program; a field beside Task.status. */
public enum Delivery {
  RECORDED,
  ROUTED,
  DELIVERED,
  WITHDRAWN,
  UNDELIVERABLE
}
