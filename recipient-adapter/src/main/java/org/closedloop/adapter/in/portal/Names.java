package org.closedloop.adapter.in.portal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;

/** Names of parties for people. */
@ApplicationScoped
class Names {

  private final Directory directory;

  Names(Directory directory) {
    this.directory = directory;
  }

  /** Who is in the directory no more keeps the id. */
  UnaryOperator<String> parties() {
    return id -> directory.find(id).map(Party::name).orElse(id);
  }
}
