package org.closedloop.adapter.core;

/** Known by a class that must not know it. */
public final class Known {}
