package org.closedloop.gateway.playing;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo user of saint-lukes in a browser without JavaScript. */
public final class Coordinator {

  /** The party of the user. */
  public static final String PARTY = "saint-lukes";

  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final Map<String, String> cookies = new HashMap<>();

  /** Signs in. */
  public Coordinator() {
    Response form = given().get("/sign-in");
    cookies.putAll(form.cookies());
    Response answer =
        given()
            .cookies(cookies)
            .redirects()
            .follow(false)
            .formParam("user", "coordinator")
            .formParam("_csrf", csrf(form))
            .post("/sign-in");
    cookies.putAll(answer.cookies());
  }

  /** A page. */
  public Response get(String path) {
    return session().get(path);
  }

  /** A form with the token of the page it is on. */
  public Response post(String path, Map<String, String> fields) {
    return session().formParam("_csrf", csrf(get("/track"))).formParams(fields).post(path);
  }

  /** A request of this session. */
  public RequestSpecification session() {
    return given().cookies(cookies).redirects().follow(false);
  }

  /** The header that keeps the session. */
  public String cookieHeader() {
    StringBuilder header = new StringBuilder();
    cookies.forEach((name, value) -> header.append(name).append('=').append(value).append("; "));
    return header.toString();
  }

  private static String csrf(Response page) {
    Matcher found = CSRF.matcher(page.asString());
    if (!found.find()) {
      throw new AssertionError("no form on the page, status " + page.statusCode());
    }
    return found.group(1);
  }
}
