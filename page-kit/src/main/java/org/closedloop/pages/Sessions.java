package org.closedloop.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.closedloop.kit.HubConfig;

/**
 * Who has signed in, kept by the browser: a sealed cookie with the user's name, a random id and the
 * end. What the person may do is looked up anew at each request, so who is taken off the list is
 * out at once.
 */
@ApplicationScoped
class Sessions {

  private static final String SEPARATOR = "|";

  private final Seal cookies;
  private final Seal forms;
  private final People people;
  private final PagesConfig config;
  private final Clock clock;

  Sessions(HubConfig hub, PagesConfig config, People people, Clock clock) {
    this.cookies = new Seal(hub.internalKey(), "session of " + config.area());
    this.forms = new Seal(hub.internalKey(), "form of " + config.area());
    this.people = people;
    this.config = config;
    this.clock = clock;
  }

  /** The cookie's value for who has just signed in. */
  String begin(String user) {
    Instant end = clock.instant().plus(config.signedInFor());
    return cookies.close(
        String.join(SEPARATOR, user, UUID.randomUUID().toString(), "" + end.getEpochSecond()));
  }

  /** Who it is; empty without a good session of a person who may look here. */
  Optional<Viewer> viewer(String cookie) {
    return cookies.open(cookie).flatMap(this::viewerOf);
  }

  /** What a form has to bring along that was made for this cookie. */
  String csrf(String cookie) {
    return forms.mac(cookie);
  }

  private Optional<Viewer> viewerOf(String text) {
    String[] parts = text.split("\\|", -1);
    if (parts.length != 3 || Long.parseLong(parts[2]) <= clock.instant().getEpochSecond()) {
      return Optional.empty();
    }
    return people.here(parts[0]).map(person -> person.looking(csrf(text)));
  }
}
