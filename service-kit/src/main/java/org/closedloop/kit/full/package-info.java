/** HAPI's validator as a second opinion, in a process of its own that is started when asked for. */
package org.closedloop.kit.full;
