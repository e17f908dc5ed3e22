package org.closedloop.conformance.fhirpath;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** More than one value, in order. */
final class Many implements Values {

  private final List<Value> items;
  private volatile Set<Object> keys;

  private Many(List<Value> items) {
    this.items = items;
  }

  /** The smallest collection that holds these; takes the list over. */
  static Values of(List<Value> items) {
    return switch (items.size()) {
      case 0 -> Nothing.NOTHING;
      case 1 -> items.get(0);
      default -> new Many(items);
    };
  }

  /** All of the first, then all of the second. */
  static Values both(Values first, Values second) {
    if (first.isEmpty()) {
      return second;
    }
    if (second.isEmpty()) {
      return first;
    }
    List<Value> all = new ArrayList<>(first.size() + second.size());
    addTo(all, first);
    addTo(all, second);
    return of(all);
  }

  static void addTo(List<Value> list, Values values) {
    for (int i = 0; i < values.size(); i++) {
      list.add(values.get(i));
    }
  }

  /** From one position on. */
  static Values slice(Values values, int from, int to) {
    List<Value> slice = new ArrayList<>();
    for (int i = Math.max(0, from); i < Math.min(to, values.size()); i++) {
      slice.add(values.get(i));
    }
    return of(slice);
  }

  /** The same without repetitions. */
  static Values distinct(Values values) {
    if (values.size() < 2) {
      return values;
    }
    Set<Object> seen = new HashSet<>();
    List<Value> kept = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (seen.add(values.get(i).key())) {
        kept.add(values.get(i));
      }
    }
    return of(kept);
  }

  /** Whether a value is among these. */
  static boolean contains(Values values, Value wanted) {
    if (values instanceof Many many) {
      return many.keys().contains(wanted.key());
    }
    return !values.isEmpty() && values.get(0).key().equals(wanted.key());
  }

  /** Made when first asked for: a union is looked into once for each contained resource. */
  private Set<Object> keys() {
    if (keys == null) {
      Set<Object> made = new HashSet<>();
      items.forEach(item -> made.add(item.key()));
      keys = made;
    }
    return keys;
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public Value get(int index) {
    return items.get(index);
  }
}
