package org.closedloop.stack.validate;

import java.util.List;

/**
 * The result for programs.
 *
 * @param valid whether all files are
 * @param files one report each, in the order they were named
 */
record ValidateResult(boolean valid, List<FileReport> files) {

  static ValidateResult of(List<FileReport> files) {
    return new ValidateResult(files.stream().allMatch(FileReport::valid), files);
  }
}
