package org.closedloop.router.core;

import org.closedloop.router.out.Out;

/** Breaks a wall on purpose: the rules' tests must find it. */
public final class KnowsOut {

  Out out;
}
