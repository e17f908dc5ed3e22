package org.closedloop.conformance.shape;

/** A FHIRPath on the way down, written out only when something is found there. */
public final class Path {

  private final Path parent;
  private final String name;
  private final int index;

  private Path(Path parent, String name, int index) {
    this.parent = parent;
    this.name = name;
    this.index = index;
  }

  public static Path root(String type) {
    return new Path(null, type, -1);
  }

  public Path child(String element) {
    return new Path(this, element, -1);
  }

  public Path item(String element, int position) {
    return new Path(this, element, position);
  }

  @Override
  public String toString() {
    String own = index < 0 ? name : name + "[" + index + "]";
    return parent == null ? own : parent + "." + own;
  }
}
