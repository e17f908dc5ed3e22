/** What the adapter does to the world: its database, the programs, claims and receipts. */
package org.closedloop.adapter.out;
