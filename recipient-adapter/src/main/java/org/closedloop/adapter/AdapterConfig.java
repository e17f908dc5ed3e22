package org.closedloop.adapter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the adapter alone; environment names are {@code ADAPTER_…}. */
@ConfigMapping(prefix = "adapter")
public interface AdapterConfig {

  /** Messages handed over to one program at a time: a slow one fills its own places only. */
  @WithDefault("8")
  int placesPerProgram();

  /** How long one attempt may take before another worker may try; an attempt ends before it. */
  @WithDefault("PT15S")
  Duration lease();

  /** How long to wait for a program's connection. */
  @WithDefault("PT5S")
  Duration connectWithin();

  /** How long to wait for a program's answer. */
  @WithDefault("PT10S")
  Duration readWithin();

  /**
   * A package whose referral was recorded longer ago is handed over only after feedback-service was
   * asked whether the referral is still open.
   */
  @WithDefault("PT2S")
  Duration askAfter();

  /** Overrides of how patient the hub is, for all programs; empty in ordinary operation. */
  Retry retry();

  /** Failures in a row after which a program is spared: one message is tried at a time. */
  @WithDefault("5")
  int spareAfter();

  /** The longest pause between two messages to a program that is spared. */
  @WithDefault("PT1M")
  Duration longestSpared();

  /** How often the queue is looked through for what is due or was left behind. */
  @WithDefault("PT1S")
  Duration sweepEvery();

  /** Answers on the responses topics that are judged side by side, and wait for the broker. */
  @WithDefault("32")
  int judgedAtOnce();

  /** Answers on the responses topics that may be undecided at a time. */
  @WithDefault("256")
  int undecidedAtMost();

  /** What is given here goes before what the directory says of a program. */
  interface Retry {

    /** See {@link org.closedloop.core.retry.RetryPolicy}. */
    Optional<Duration> firstPause();

    /** See {@link org.closedloop.core.retry.RetryPolicy}. */
    Optional<Duration> longestPause();

    /** See {@link org.closedloop.core.retry.RetryPolicy}. */
    Optional<Duration> giveUpAfter();

    /** See {@link org.closedloop.core.retry.RetryPolicy}. */
    Optional<Duration> parkedFor();
  }
}
