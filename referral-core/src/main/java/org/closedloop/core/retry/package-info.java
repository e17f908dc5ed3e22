/** How the hub keeps trying to reach a party: programs by the adapter, initiators by callbacks. */
package org.closedloop.core.retry;
