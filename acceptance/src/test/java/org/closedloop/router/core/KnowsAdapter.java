package org.closedloop.router.core;

import org.closedloop.adapter.core.Known;

/** Breaks a wall on purpose: the rules' tests must find it. */
public final class KnowsAdapter {

  Known known;
}
