/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.registration.transform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All transforms of one case: frames of reference are the nodes. Immutable; a change gives a new
 * graph, and results whose transforms are not {@link #current} any more are stale.
 */
public final class TransformGraph {

  public static final TransformGraph EMPTY = new TransformGraph(Map.of());

  private final Map<String, TransformEdge> edges; // by id

  private TransformGraph(Map<String, TransformEdge> edges) {
    this.edges = edges;
  }

  /** Returns a graph with one more transform; throws IllegalArgumentException if its id is used. */
  public TransformGraph with(TransformEdge edge) {
    if (edges.containsKey(edge.id())) {
      throw new IllegalArgumentException("a changed transform needs a new id: " + edge.id());
    }
    var more = new LinkedHashMap<>(edges);
    more.put(edge.id(), edge);
    return new TransformGraph(more);
  }

  /** Returns a graph without a transform; nothing changes if it is not there. */
  public TransformGraph without(String id) {
    var fewer = new LinkedHashMap<>(edges);
    fewer.remove(id);
    return new TransformGraph(fewer);
  }

  public List<TransformEdge> edges() {
    return List.copyOf(edges.values());
  }

  /** Tells whether every transform that a result used is still in the case. */
  public boolean current(Collection<String> usedIds) {
    return edges.keySet().containsAll(usedIds);
  }

  private record Hop(TransformEdge edge, boolean backward) {

    String end() {
      return backward ? edge.fromFrame() : edge.toFrame();
    }

    SpatialTransform transform() {
      return backward ? edge.transform().inverse() : edge.transform();
    }
  }

  /**
   * Returns the way with the fewest transforms; of equal ones that with the transform added last,
   * so that a new registration replaces an older one.
   */
  public Optional<TransformPath> path(String fromFrame, String toFrame) {
    Map<String, Hop> arrivedBy = new HashMap<>();
    Set<String> seen = new HashSet<>(Set.of(fromFrame));
    var queue = new ArrayDeque<>(List.of(fromFrame));
    List<TransformEdge> newestFirst = new ArrayList<>(edges.values()).reversed();
    while (!queue.isEmpty() && !seen.contains(toFrame)) {
      String frame = queue.removeFirst();
      for (TransformEdge edge : newestFirst) {
        boolean forward = edge.fromFrame().equals(frame);
        if (forward || edge.toFrame().equals(frame)) {
          var hop = new Hop(edge, !forward);
          if (seen.add(hop.end())) {
            arrivedBy.put(hop.end(), hop);
            queue.addLast(hop.end());
          }
        }
      }
    }
    if (!seen.contains(toFrame)) {
      return Optional.empty();
    }
    var hops = new ArrayDeque<Hop>();
    String at = toFrame;
    while (!at.equals(fromFrame)) {
      Hop hop = arrivedBy.get(at);
      hops.addFirst(hop);
      at = hop.backward() ? hop.edge().toFrame() : hop.edge().fromFrame();
    }
    return Optional.of(
        new TransformPath(
            hops.stream().map(hop -> hop.edge().id()).toList(),
            ComposedTransform.of(hops.stream().map(Hop::transform).toList()),
            hops.stream().map(hop -> hop.edge().check()).toList()));
  }
}
