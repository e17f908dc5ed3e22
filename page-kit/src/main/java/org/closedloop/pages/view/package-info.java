/** Words and tables that the pages of several services show alike. Pure. */
package org.closedloop.pages.view;
