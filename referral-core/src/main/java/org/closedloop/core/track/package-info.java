/**
 * What a hospital may see of its referrals on the way, as it goes from feedback-service, which owns
 * the record, to the pages that show it.
 */
package org.closedloop.core.track;
