/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.radiobiology.conversion.RegistrationUncertainty;

/**
 * The way on which dose is fetched from another frame: matrices and deformations, one after the
 * other. Immutable and equal by content; a changed transform has another id.
 *
 * @param steps in the order in which they are applied to a point; none within one frame
 * @param uncertainty of all steps, added
 */
public record DoseRoute(List<Step> steps, RegistrationUncertainty uncertainty) {

  static final DoseRoute NOWHERE = new DoseRoute(List.of(), RegistrationUncertainty.SAME_FRAME);

  /** One registration on the way. */
  public sealed interface Step {

    /** Names the registration; a changed one has another name. */
    String id();

    /** Frame that the registration of the case leads from, whichever way it is gone. */
    String fromFrameUid();

    /** Frame that the registration of the case leads to. */
    String toFrameUid();

    /** What has to be said wherever dose comes through it. */
    List<Finding> reservations();
  }

  /**
   * A rigid registration.
   *
   * @param matrix in the direction of the way
   */
  public record Rigid(
      String id,
      String fromFrameUid,
      String toFrameUid,
      AffineTransform matrix,
      List<Finding> reservations)
      implements Step {
    public Rigid {
      Objects.requireNonNull(matrix, "matrix");
      reservations = List.copyOf(reservations);
    }
  }

  /**
   * A deformable registration.
   *
   * @param inverted whether the way goes against the direction of the file's map
   */
  public record Deformable(DeformationLink link, boolean inverted) implements Step {

    @Override
    public String id() {
      return link.id();
    }

    @Override
    public String fromFrameUid() {
      return link.fromFrameUid();
    }

    @Override
    public String toFrameUid() {
      return link.toFrameUid();
    }

    @Override
    public List<Finding> reservations() {
      return link.reservations();
    }
  }

  public DoseRoute {
    steps = List.copyOf(steps);
    Objects.requireNonNull(uncertainty, "uncertainty");
  }

  /** Returns the ids of the transforms that a number along this way depends on. */
  public List<String> transformIds() {
    return steps.stream().map(Step::id).toList();
  }

  /** Returns the reservations of all registrations on the way. */
  public List<Finding> reservations() {
    return steps.stream().flatMap(step -> step.reservations().stream()).distinct().toList();
  }

  /** Tells whether a deformation is on the way. */
  public boolean isDeformable() {
    return steps.stream().anyMatch(Deformable.class::isInstance);
  }

  DoseRoute then(Step step, RegistrationUncertainty further) {
    List<Step> way = new ArrayList<>(steps);
    way.add(step);
    return new DoseRoute(way, uncertainty.plus(further));
  }
}
