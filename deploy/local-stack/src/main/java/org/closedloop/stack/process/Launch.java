package org.closedloop.stack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start and how.
 *
 * @param command program and arguments
 * @param environment added to the caller's
 * @param folder where it runs
 */
public record Launch(List<String> command, Map<String, String> environment, Path folder) {}
