package org.closedloop.adapter.in;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.closedloop.adapter.core.Replies;
import org.closedloop.adapter.out.TaskViews;
import org.closedloop.core.directory.Directory;
import org.closedloop.core.directory.Party;
import org.closedloop.core.fhir.HubMessages;
import org.closedloop.core.fhir.TaskView;
import org.closedloop.kit.desk.RecordReader;
import org.closedloop.kit.http.Answers;

/**
 * Tasks as a program may see them: from the adapter's own view, and from the record where the
 * journal has not brought them yet.
 */
@ApplicationScoped
public class Tasks {

  private final TaskViews views;
  private final RecordReader record;
  private final Directory directory;

  Tasks(TaskViews views, RecordReader record, Directory directory) {
    this.views = views;
    this.record = record;
    this.directory = directory;
  }

  /** A referral of this program; empty when there is none. */
  Uni<Optional<TaskView>> find(Party program, String referralId) {
    return views
        .find(program.id(), referralId)
        .chain(
            known ->
                known.isPresent()
                    ? Uni.createFrom().item(known.map(task -> Replies.view(task, directory)))
                    : record.task(program.id(), referralId));
  }

  /** The worklist, what changed last first. */
  Uni<List<TaskView>> worklist(Party program, Set<String> statuses) {
    return views
        .worklist(program.id(), statuses)
        .map(tasks -> tasks.stream().map(task -> Replies.view(task, directory)).toList());
  }

  /** 200 with the Task and its version, or 404. */
  static Response answer(Optional<TaskView> task) {
    return task.map(Tasks::ok).orElseGet(() -> Answers.notFound("such Task"));
  }

  private static Response ok(TaskView task) {
    return Answers.body(200, HubMessages.task(task))
        .header(HttpHeaders.ETAG, "W/\"" + task.version() + "\"")
        .build();
  }
}
