/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer;

import java.util.Objects;
import java.util.Optional;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.RiskGradient;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;

/**
 * What an overlay may use: values captured when it was asked for. Immutable and thread-safe.
 *
 * @param snapshot the case
 * @param numbers newest numbers, if there are any; they may be of an older revision
 * @param voxels images, contours and doses of the case
 * @param selected the selected structure
 * @param shownDose the dose on the slices
 * @param sceneFrameUid frame of reference of the slices: that of the plan
 * @param executor splits the work by slices; stays open
 * @param gradient gradient of a network for these numbers; empty for an overlay that does not
 *     follow it, and while a change of the plan is previewed
 */
public record OverlayInput(
    PlanSnapshot snapshot,
    Optional<PlanNumbers> numbers,
    CaseVoxels voxels,
    Optional<StructureState> selected,
    Optional<ShownGrid> shownDose,
    String sceneFrameUid,
    SliceExecutor executor,
    Optional<RiskGradient> gradient) {

  /**
   * The dose on the slices.
   *
   * @param doseGy the dose, Gy
   * @param sceneToDose from the frame of the slices to that of the dose, mm
   * @param title which dose, in which unit, of which courses
   */
  public record ShownGrid(DoseGrid doseGy, AffineTransform sceneToDose, String title) {}

  /** Makes an input without gradient. */
  public OverlayInput(
      PlanSnapshot snapshot,
      Optional<PlanNumbers> numbers,
      CaseVoxels voxels,
      Optional<StructureState> selected,
      Optional<ShownGrid> shownDose,
      String sceneFrameUid,
      SliceExecutor executor) {
    this(snapshot, numbers, voxels, selected, shownDose, sceneFrameUid, executor, Optional.empty());
  }

  public OverlayInput {
    Objects.requireNonNull(gradient, "gradient");
    Objects.requireNonNull(snapshot, "snapshot");
    Objects.requireNonNull(numbers, "numbers");
    Objects.requireNonNull(voxels, "voxels");
    Objects.requireNonNull(selected, "selected");
    Objects.requireNonNull(shownDose, "shownDose");
    Objects.requireNonNull(sceneFrameUid, "sceneFrameUid");
    Objects.requireNonNull(executor, "executor");
  }
}
