package org.closedloop.core.claim;

/** How far the package has come on its way to the program; a field beside Task.status. */
public enum Delivery {
  RECORDED,
  ROUTED,
  /** An attempt failed; there will be another. */
  RETRYING,
  /** No attempt is made by itself any more: a person looks at it. */
  PARKED,
  DELIVERED,
  WITHDRAWN,
  UNDELIVERABLE
}
