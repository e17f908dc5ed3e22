/**
 * What the pages of all services share: who is looking, the frame of a page, and the pulse that
 * tells an open page to look again.
 */
package org.closedloop.pages;
