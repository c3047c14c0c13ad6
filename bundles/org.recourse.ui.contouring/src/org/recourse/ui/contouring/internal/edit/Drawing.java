/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.edit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.model.ImageSeries;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.SliceStack;
import org.recourse.ui.contouring.internal.shape.AxialContours;
import org.recourse.ui.contouring.internal.shape.SliceShape;
import org.recourse.ui.session.CaseSession;

/**
 * The structure that is drawn on now, with its slices. Immutable snapshot of one version; UI thread
 * only.
 *
 * @param structure the selected structure
 * @param contours its slices
 * @param stack slice positions of the image on which the structure is drawn
 */
public record Drawing(Structure structure, AxialContours contours, SliceStack stack) {

  public Drawing {
    Objects.requireNonNull(structure, "structure");
    Objects.requireNonNull(contours, "contours");
    Objects.requireNonNull(stack, "stack");
  }

  /** What can be drawn on, or the sentence why nothing can. */
  public sealed interface Possible {

    /** A structure that can be drawn on. */
    record Ready(Drawing drawing) implements Possible {}

    /** Nothing can be drawn; the sentence says what to do. */
    record Refused(String sentence) implements Possible {}
  }

  /**
   * Looks at the selected structure.
   *
   * @param sceneFrameUid frame of the slices
   * @param shownStack slices of the image that is shown, for a structure without an image
   */
  public static Possible of(
      CaseSession session, String sceneFrameUid, Optional<SliceStack> shownStack) {
    Optional<Structure> selected = session.viewing().selectedStructure();
    if (selected.isEmpty()) {
      return new Possible.Refused(
          "Select the structure to draw, such as in the Case Explorer, or make a new one.");
    }
    Structure structure = selected.get();
    StructureContours version = StructureContours.of(structure);
    if (!liesInScene(session, version.frameUid(), sceneFrameUid)) {
      return new Possible.Refused(
          version.name()
              + " was drawn in the frame of other images and cannot be edited on these. Open its own"
              + " plan, or import a mask of it.");
    }
    Optional<SliceStack> stack = ownStack(session, structure).or(() -> shownStack);
    if (stack.isEmpty()) {
      return new Possible.Refused("There is no image to draw on.");
    }
    Optional<ContourSet> loaded = version.ifLoaded(session.openCase().voxels());
    if (loaded.isEmpty() && isUnread(session, version)) {
      return new Possible.Refused(
          "The contours of " + version.name() + " could not be read; see Findings.");
    }
    Optional<AxialContours> axial =
        AxialContours.of(loaded.orElseGet(() -> new ContourSet(List.of())));
    if (axial.isEmpty()) {
      return new Possible.Refused(
          version.name() + " was not drawn on axial slices and cannot be edited here.");
    }
    return new Possible.Ready(new Drawing(structure, axial.get(), stack.get()));
  }

  /** Drawing on contours that are not in memory would replace them by the stroke alone. */
  private static boolean isUnread(CaseSession session, StructureContours version) {
    boolean ofFile = version.contourDigest().isEmpty() && !version.structureSetUid().isEmpty();
    return ofFile
        ? session.openCase().voxels().contoursIfLoaded(version.structureSetUid()).isEmpty()
        : !version.contourDigest().isEmpty();
  }

  private static boolean liesInScene(CaseSession session, String frameUid, String sceneFrameUid) {
    return frameUid.equals(sceneFrameUid)
        || PlanSnapshot.of(session.patientCase(), 0)
            .frameTransforms()
            .between(frameUid, sceneFrameUid)
            .filter(AffineTransform.IDENTITY::equals)
            .isPresent();
  }

  /** Slices of the image on which the structure set was drawn, whatever image is shown. */
  private static Optional<SliceStack> ownStack(CaseSession session, Structure structure) {
    return Optional.ofNullable(structure.eContainer())
        .filter(StructureSet.class::isInstance)
        .map(StructureSet.class::cast)
        .map(StructureSet::getImageSeries)
        .map(ImageSeries::getSeriesInstanceUid)
        .flatMap(session.openCase().voxels()::imageIfLoaded)
        .map(ImageVolume::geometry)
        .filter(Drawing::isAxial)
        .map(geometry -> SliceStack.of(geometry, Orientation.AXIAL));
  }

  private static boolean isAxial(GridGeometry geometry) {
    return Math.abs(geometry.axes().z().dot(Orientation.AXIAL.normal())) > 0.9999;
  }

  /** The slice nearest to a position along the patient, mm. */
  public double sliceMm(double zMm) {
    return stack.positionMm(stack.nearestIndex(zMm));
  }

  /** What is drawn on a slice. */
  public SliceShape at(double zMm) {
    return contours.at(zMm, stack);
  }
}
