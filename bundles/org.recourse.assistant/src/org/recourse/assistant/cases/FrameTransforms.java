/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.cases;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;

/**
 * The transforms of a case as a graph: its frames of reference are the nodes, its registrations the
 * edges. Immutable and thread-safe; results keep the ids of the transforms they used.
 *
 * <p>A registration serves in both directions, and registrations are chained where no single one
 * leads from one frame to the other; the chain with the fewest links is taken and, among equals,
 * the one whose registrations come first in the case.
 */
public final class FrameTransforms {

  /**
   * One registration.
   *
   * @param fromFrameUid frame of the points that are transformed
   * @param toFrameUid frame of the result
   * @param transform patient millimetres to patient millimetres
   * @param uncertainty how far a point may lie from where it is put
   * @param reservations what has to be said wherever the transform is used for a dose
   * @param label name for people; empty text if it has none
   */
  public record Link(
      String fromFrameUid,
      String toFrameUid,
      AffineTransform transform,
      RegistrationUncertainty uncertainty,
      List<Finding> reservations,
      String label) {

    /** A registration without reservations. */
    public Link(
        String fromFrameUid,
        String toFrameUid,
        AffineTransform transform,
        RegistrationUncertainty uncertainty) {
      this(fromFrameUid, toFrameUid, transform, uncertainty, List.of(), "");
    }

    /** A registration whose uncertainty nobody stated. */
    public Link(String fromFrameUid, String toFrameUid, AffineTransform transform) {
      this(fromFrameUid, toFrameUid, transform, RegistrationUncertainty.UNKNOWN);
    }

    public Link {
      Objects.requireNonNull(fromFrameUid, "fromFrameUid");
      Objects.requireNonNull(toFrameUid, "toFrameUid");
      Objects.requireNonNull(transform, "transform");
      Objects.requireNonNull(uncertainty, "uncertainty");
      Objects.requireNonNull(label, "label");
      reservations = List.copyOf(reservations);
    }

    /** Returns a name that changes with the frames and the matrix, and with nothing else. */
    public String id() {
      return TransformId.ofMatrix(fromFrameUid, toFrameUid, transform);
    }
  }

  /**
   * The way from one frame to another.
   *
   * @param transform patient millimetres to patient millimetres
   * @param uncertainty the radii of the registrations on the way, added
   * @param links the registrations on the way; none within one frame
   */
  public record Route(
      AffineTransform transform, RegistrationUncertainty uncertainty, List<Link> links) {

    private static final Route NOWHERE =
        new Route(AffineTransform.IDENTITY, RegistrationUncertainty.SAME_FRAME, List.of());

    public Route {
      Objects.requireNonNull(transform, "transform");
      Objects.requireNonNull(uncertainty, "uncertainty");
      links = List.copyOf(links);
    }

    /** Returns the reservations of all registrations on the way. */
    public List<Finding> reservations() {
      return links.stream().flatMap(link -> link.reservations().stream()).distinct().toList();
    }

    private Route then(AffineTransform next, Link link) {
      List<Link> way = new ArrayList<>(links);
      way.add(link);
      return new Route(next.after(transform), uncertainty.plus(link.uncertainty()), way);
    }
  }

  private final List<Link> links;
  private final List<DeformationLink> deformations;

  /** Transforms without deformations. */
  public FrameTransforms(List<Link> links) {
    this(links, List.of());
  }

  /**
   * All transforms of a case.
   *
   * @param deformations deformable registrations that carry dose, in the order of the case
   */
  public FrameTransforms(List<Link> links, List<DeformationLink> deformations) {
    this.links = List.copyOf(links);
    this.deformations = List.copyOf(deformations);
  }

  /**
   * Returns the transform that takes a point of one frame into another: the identity for the same
   * frame, empty where no registration leads there.
   */
  public Optional<AffineTransform> between(String fromFrameUid, String toFrameUid) {
    return route(fromFrameUid, toFrameUid).map(Route::transform);
  }

  /** Like {@link #between}, with the uncertainty of the way. */
  public Optional<Route> route(String fromFrameUid, String toFrameUid) {
    Map<String, Route> reached = new HashMap<>();
    reached.put(fromFrameUid, Route.NOWHERE);
    var queue = new ArrayDeque<String>();
    queue.add(fromFrameUid);
    while (!queue.isEmpty() && !reached.containsKey(toFrameUid)) {
      String frame = queue.remove();
      Route sofar = reached.get(frame);
      for (Link link : links) {
        if (link.fromFrameUid().equals(frame) && !reached.containsKey(link.toFrameUid())) {
          reached.put(link.toFrameUid(), sofar.then(link.transform(), link));
          queue.add(link.toFrameUid());
        } else if (link.toFrameUid().equals(frame) && !reached.containsKey(link.fromFrameUid())) {
          reached.put(link.fromFrameUid(), sofar.then(link.transform().inverse(), link));
          queue.add(link.fromFrameUid());
        }
      }
    }
    return Optional.ofNullable(reached.get(toFrameUid));
  }

  /**
   * Tells whether every transform that a result used is still in the case, unchanged; else the
   * result is stale.
   */
  public boolean current(Collection<String> usedIds) {
    Set<String> ids = new HashSet<>();
    links.forEach(link -> ids.add(link.id()));
    deformations.forEach(link -> ids.add(link.id()));
    return ids.containsAll(usedIds);
  }

  /**
   * Returns the way on which dose is fetched: the fewest registrations; between two frames a
   * deformable one before a rigid one, and of several deformable ones that which was added last.
   * Images, structures and places are joined by {@link #route}, which knows matrices only.
   */
  public Optional<DoseRoute> doseRoute(String fromFrameUid, String toFrameUid) {
    Map<String, DoseRoute> reached = new HashMap<>();
    reached.put(fromFrameUid, DoseRoute.NOWHERE);
    var queue = new ArrayDeque<String>();
    queue.add(fromFrameUid);
    while (!queue.isEmpty() && !reached.containsKey(toFrameUid)) {
      String frame = queue.remove();
      DoseRoute sofar = reached.get(frame);
      for (DeformationLink link : deformations.reversed()) {
        boolean pulls = link.toFrameUid().equals(frame);
        boolean joins = pulls || link.fromFrameUid().equals(frame);
        String next = pulls ? link.fromFrameUid() : link.toFrameUid();
        if (joins && !reached.containsKey(next)) {
          reached.put(next, sofar.then(new DoseRoute.Deformable(link, !pulls), link.uncertainty()));
          queue.add(next);
        }
      }
      for (Link link : links) {
        boolean forward = link.fromFrameUid().equals(frame);
        boolean joins = forward || link.toFrameUid().equals(frame);
        String next = forward ? link.toFrameUid() : link.fromFrameUid();
        if (joins && !reached.containsKey(next)) {
          AffineTransform matrix = forward ? link.transform() : link.transform().inverse();
          reached.put(
              next,
              sofar.then(
                  new DoseRoute.Rigid(
                      link.id(),
                      link.fromFrameUid(),
                      link.toFrameUid(),
                      matrix,
                      link.reservations()),
                  link.uncertainty()));
          queue.add(next);
        }
      }
    }
    return Optional.ofNullable(reached.get(toFrameUid));
  }
}
