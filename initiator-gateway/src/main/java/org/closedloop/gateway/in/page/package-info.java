/** The hospital's pages under {@code /track}: what became of its referrals. */
package org.closedloop.gateway.in.page;
