package org.closedloop.pages;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.closedloop.core.catalog.UseCase;
import org.closedloop.core.catalog.UseCaseCatalog;
import org.jboss.logging.Logger;

/** What every page begins and ends with: 404 that is noted, 503, names of use cases. */
@ApplicationScoped
public class PageDoor {

  private static final Logger LOG = Logger.getLogger(PageDoor.class);

  private final Html html;
  private final UseCaseCatalog catalog;
  private final PagesConfig config;

  PageDoor(Html html, UseCaseCatalog catalog, PagesConfig config) {
    this.config = config;
    this.html = html;
    this.catalog = catalog;
  }

  /** The answer, or 503 when the record cannot be read. */
  public Uni<Response> or503(Viewer viewer, Uni<Response> answer) {
    return answer
        .onFailure()
        .invoke(
            e ->
                LOG.warnf(
                    "page unavailable party=%s error=%s", viewer.party(), e.getClass().getName()))
        .onFailure()
        .recoverWithItem(() -> html.unavailable(viewer));
  }

  /**
   * What is shown of something found; 404 with a line in the log when it is not there, or another
   * party's.
   *
   * @param id as it was asked for
   */
  public <T> Uni<Response> found(
      Viewer viewer, String id, Uni<Optional<T>> asked, Function<T, Uni<Response>> shown) {
    return or503(
        viewer,
        asked.chain(
            found -> found.map(shown).orElseGet(() -> Uni.createFrom().item(noted(viewer, id)))));
  }

  private Response noted(Viewer viewer, String id) {
    LOG.warnf(
        "audit page=%s refused=not-found user=%s party=%s referral=%s",
        config.area(), viewer.user(), viewer.party(), idOrNone(id));
    return html.notFound(viewer);
  }

  /** Only what is an id goes to the log. */
  private static String idOrNone(String text) {
    try {
      return UUID.fromString(text).toString();
    } catch (IllegalArgumentException e) {
      return "no-id";
    }
  }

  /** Names of use cases for people; what is in no catalog any more keeps its own. */
  public UnaryOperator<String> useCases() {
    return name -> catalog.find(name).map(UseCase::display).orElse(name);
  }
}
