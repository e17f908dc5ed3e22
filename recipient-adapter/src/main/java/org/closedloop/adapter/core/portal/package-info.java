/**
 * What the portal shows and lets people do, pure: deeds by the state machine, forms by the use
 * case.
 */
package org.closedloop.adapter.core.portal;
