package org.closedloop.stack.demo;

import java.util.List;

/** The demo's result; its JSON form is part of the command line's contract. */
record DemoResult(int closed, List<LoopResult> loops) {

  static DemoResult of(List<LoopResult> loops) {
    return new DemoResult((int) loops.stream().filter(LoopResult::closed).count(), loops);
  }
}
