package org.closedloop.stack.demo;

import java.util.UUID;
import org.closedloop.stack.local.LocalStack;

/** The demo's loops, several times over and without a word, for the sake of what they exercise. */
public final class Rehearsals {

  private static final int TIMES = 5;

  private Rehearsals() {}

  /** Plays all loops on a stack that is up. */
  public static void play(LocalStack stack) {
    try (Cast cast = new Cast(stack).assemble()) {
      for (int i = 0; i < TIMES; i++) {
        String salt = UUID.randomUUID().toString().substring(0, 8);
        Play.ALL.forEach(play -> new LoopRun(cast, play, salt).play());
      }
    }
  }
}
