package org.closedloop.stack;

/** What a program left behind. */
record Result(int exit, String out, String err) {}
