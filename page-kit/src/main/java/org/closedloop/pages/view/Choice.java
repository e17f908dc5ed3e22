package org.closedloop.pages.view;

/**
 * One of the filters above the list.
 *
 * @param text what it is called
 * @param count how many it holds, with a plus where there may be more
 * @param address where it leads
 * @param chosen whether the list shows it now
 */
public record Choice(String text, String count, String address, boolean chosen) {}
