package org.closedloop.router.core;

import com.fasterxml.jackson.databind.JsonNode;

/** Breaks a wall on purpose: the rules' tests must find it. */
public final class TreeInCore {

  JsonNode tree;
}
