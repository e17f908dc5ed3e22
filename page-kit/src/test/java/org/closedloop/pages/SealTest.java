package org.closedloop.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SealTest {

  private final Seal seal = new Seal("secret", "session");

  @Test
  void opensWhatItClosed() {
    assertThat(seal.open(seal.close("navigator|ä|1"))).contains("navigator|ä|1");
  }

  @Test
  void opensNothingThatWasChanged() {
    String sealed = seal.close("navigator|x|1");
    String other = seal.close("coordinator|x|1");
    assertThat(
            seal.open(
                other.substring(0, other.indexOf('.')) + sealed.substring(sealed.indexOf('.'))))
        .isEmpty();
    assertThat(seal.open(sealed + "A")).isEmpty();
    assertThat(seal.open("*.*")).isEmpty();
    assertThat(seal.open("")).isEmpty();
    assertThat(seal.open(null)).isEmpty();
  }

  @Test
  void opensNothingOfAnotherSecretOrPurpose() {
    String sealed = seal.close("navigator|x|1");
    assertThat(new Seal("secret", "form").open(sealed)).isEmpty();
    assertThat(new Seal("other", "session").open(sealed)).isEmpty();
  }
}
