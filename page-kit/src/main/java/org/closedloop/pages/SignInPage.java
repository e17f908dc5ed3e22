package org.closedloop.pages;

import java.util.List;

/**
 * What the sign-in page shows.
 *
 * @param people who can sign in here
 * @param csrf what the form brings along
 * @param to where to go then
 * @param mistake why it did not work, or null
 */
record SignInPage(List<Person> people, String csrf, String to, String mistake) {}
