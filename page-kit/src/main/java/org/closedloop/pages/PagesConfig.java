package org.closedloop.pages;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Settings of a service's pages; environment names are {@code PAGES_…}. */
@ConfigMapping(prefix = "pages")
public interface PagesConfig {

  /** Short name of the service's pages, part of its cookies' names: cookies ignore ports. */
  String area();

  /** Where who has signed in goes, and the link of the page's head. */
  String home();

  /** What the pages are called. */
  String title();

  /** The role that may look: {@code initiator}, {@code recipient} or {@code ops}. */
  String role();

  /** Whether cookies travel over TLS only; off where people look at 127.0.0.1 without it. */
  @WithDefault("true")
  boolean secureCookies();

  /** How long a person stays signed in. */
  @WithDefault("PT12H")
  Duration signedInFor();

  /** Whether the demo users may sign in, without a password; the local profile alone allows it. */
  @WithDefault("false")
  boolean demoUsers();

  /** Demo users by sign-in name. */
  Map<String, DemoUser> people();

  /** A named person of a demonstration. */
  interface DemoUser {

    /** The name shown. */
    String name();

    /** Party id; for ops any word. */
    String party();

    /** {@code initiator}, {@code recipient} or {@code ops}. */
    String role();
  }
}
