package org.closedloop.pages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.util.Map;

/**
 * The two cookies of a service's pages: who has signed in, and what the sign-in form was made for.
 */
@ApplicationScoped
class Cookies {

  private final PagesConfig config;

  Cookies(PagesConfig config) {
    this.config = config;
  }

  /** Value of the session's cookie, or null. */
  String session(Map<String, Cookie> shown) {
    return value(shown, sessionName());
  }

  /** Value of the cookie that the sign-in form was made for, or null. */
  String form(Map<String, Cookie> shown) {
    return value(shown, formName());
  }

  NewCookie session(String value) {
    return cookie(sessionName(), value, (int) config.signedInFor().toSeconds());
  }

  NewCookie form(String value) {
    return cookie(formName(), value, NewCookie.DEFAULT_MAX_AGE);
  }

  NewCookie endOfSession() {
    return cookie(sessionName(), "", 0);
  }

  private String sessionName() {
    return "closedloop-" + config.area();
  }

  private String formName() {
    return sessionName() + "-form";
  }

  private NewCookie cookie(String name, String value, int maxAge) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(config.secureCookies())
        .sameSite(NewCookie.SameSite.LAX)
        .maxAge(maxAge)
        .build();
  }

  private static String value(Map<String, Cookie> shown, String name) {
    Cookie cookie = shown.get(name);
    return cookie == null ? null : cookie.getValue();
  }
}
