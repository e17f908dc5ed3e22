package org.closedloop.router.out;

import org.closedloop.router.core.KnowsOut;

/** Closes a cycle on purpose. */
public final class Out {

  KnowsOut back;
}
