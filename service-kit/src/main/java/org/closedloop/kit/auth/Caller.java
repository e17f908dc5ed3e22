package org.closedloop.kit.auth;

import org.closedloop.core.directory.Role;

/**
 * Who calls, by a valid token.
 *
 * @param party party id; the name of a person or tool for ops
 * @param role what the token allows
 */
public record Caller(String party, Role role) {}
