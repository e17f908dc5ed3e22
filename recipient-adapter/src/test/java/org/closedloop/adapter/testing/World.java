package org.closedloop.adapter.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.example.ExampleMessages;
import org.closedloop.core.identity.ReferralId;
import org.closedloop.kit.testing.TestData;
import org.closedloop.kit.testing.TestTopics;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Everybody the adapter deals with, played by the tests. One a test JVM. */
public final class World {

  private static World world;

  private final TestTopics topics = new TestTopics();
  private final ExampleMessages examples = TestData.examples();
  private final Directory directory;
  private final ProgramServer pushOne;
  private final ProgramServer pushTwo;
  private final FeedbackPlay feedback;
  private int referrals;

  private World() {
    Config config = ConfigProvider.getConfig();
    directory = Directory.load(Path.of(config.getValue("hub.directory", String.class)));
    pushOne = new ProgramServer(config.getValue(AdapterWorld.PUSH_ONE_PORT, Integer.class));
    pushTwo = new ProgramServer(config.getValue(AdapterWorld.PUSH_TWO_PORT, Integer.class));
    feedback =
        new FeedbackPlay(
            config.getValue(AdapterWorld.FEEDBACK_PORT, Integer.class),
            config.getValue("kafka.bootstrap.servers", String.class),
            topics);
  }

  /** The world of this test JVM; to be asked for only while the adapter runs. */
  public static synchronized World get() {
    if (world == null) {
      world = new World();
    }
    return world;
  }

  /** A new referral from mesa-clinic to a program. */
  public synchronized PlayedReferral referralTo(String program) {
    referrals++;
    String salt = "t" + referrals + "-" + ReferralId.derive("" + System.nanoTime()).substring(0, 8);
    return new PlayedReferral(this, party("mesa-clinic"), party(program), salt);
  }

  /** A party of the directory. */
  public Party party(String id) {
    return directory.find(id).orElseThrow();
  }

  /** Reads and writes topics. */
  public TestTopics topics() {
    return topics;
  }

  /** A topic of one partition appears. */
  public void createTopic(String name) {
    String servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("the topic could not be created", e);
    }
  }

  /** Server of {@code push-one}. */
  public ProgramServer pushOne() {
    return pushOne;
  }

  /** Server of {@code push-two}. */
  public ProgramServer pushTwo() {
    return pushTwo;
  }

  /** The stand-in of feedback-service. */
  public FeedbackPlay feedback() {
    return feedback;
  }

  ExampleMessages examples() {
    return examples;
  }
}
