/** The portal: a door for people at programs that have no system of their own. */
package org.closedloop.adapter.in.portal;
