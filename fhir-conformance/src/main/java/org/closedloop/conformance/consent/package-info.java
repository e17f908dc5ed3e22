/**
 * Consents on their own: what those of a referral say about time, and whether a Consent that comes
 * alone revokes one. The rules on a referral's consents are in {@code conformance.rule}.
 */
package org.closedloop.conformance.consent;
