package org.closedloop.kit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Settings all services share; environment names are {@code HUB_…}. */
@ConfigMapping(prefix = "hub")
public interface HubConfig {

  /** Folder with a YAML file a party. */
  Path directory();

  /** Folders with a folder a use case; the shipped one first, a user's after it. */
  List<Path> useCases();

  /** PEM file with the public key of the token issuer. */
  Path issuerKey();

  /** Shared secret of the hub's own services, for the internal API. */
  String internalKey();

  /** {@code iss} a token must bear. */
  @WithDefault("https://issuer.bser.local")
  String issuer();

  /** Base addresses of feedback-service's internal API; the next when one does not answer. */
  @WithDefault("http://127.0.0.1:8084")
  List<URI> feedbackUrl();

  /** How long a caller is kept waiting for a verdict before 202. */
  @WithDefault("PT8S")
  Duration answerWithin();

  /** Whether the service judges messages and so has a gate; fixed when it is built. */
  @WithDefault("false")
  boolean gate();

  /** How long polls of a busy topic are apart at least; zero lets them come as they can. */
  @WithDefault("PT0.02S")
  Duration pollBeat();

  /** How much is worked on at a time; past it senders are asked to come again. */
  Limits limits();

  /** Bounds that keep a service within its memory. */
  interface Limits {

    /** FHIR requests over HTTP at a time. */
    @WithDefault("512")
    int requests();

    /** Bytes of their bodies together. */
    @WithDefault("12M")
    MemorySize bytes();
  }

  /** The time the service takes for now. */
  Clock clock();

  /** Wrong on purpose. */
  interface Clock {

    /** How far the service's clock is ahead; only for tests of clocks that differ. */
    @WithDefault("PT0S")
    Duration offset();
  }

  /** What messages are judged by. */
  Profiles profiles();

  /** Where profiles come from. */
  interface Profiles {

    /** Whether the project's own profiles count; without them, those of the packages alone. */
    @WithDefault("true")
    boolean own();

    /** Folder with FHIR packages ({@code .tgz}); what they define replaces what is there. */
    Optional<Path> packages();
  }

  /** Whom to tell what happened to referrals. */
  Traces traces();

  /** OpenTelemetry. */
  interface Traces {

    /**
     * Where a collector takes spans by OTLP over HTTP, {@code http://…:4318/v1/traces} usually;
     * without it nobody is told.
     */
    Optional<URI> endpoint();

    /** The share of referrals that is told of, 0 to 1; each of them whole. */
    @WithDefault("1")
    double share();
  }

  /** HAPI's validator, for {@code $validate?mode=full}. */
  FullValidator fullValidator();

  /** A process that is started when it is first asked for. */
  interface FullValidator {

    /** Folder of its jars; without it there is no such validator. */
    Optional<Path> folder();

    /** How much it may use. */
    @WithDefault("768m")
    String heap();

    /** How long one question may take, the start of the process included. */
    @WithDefault("PT90S")
    Duration within();

    /** How long it is kept when nobody asks. */
    @WithDefault("PT10M")
    Duration idle();
  }
}
