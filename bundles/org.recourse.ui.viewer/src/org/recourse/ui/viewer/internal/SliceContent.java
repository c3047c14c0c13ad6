/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.rendering.DosePalette;
import org.recourse.rendering.StructureOutline;
import org.recourse.rendering.WindowLevel;

/**
 * What there is to see in a case, all in the frame of reference of the plan. Immutable.
 *
 * @param patientText patient name and what kind of case it is
 * @param image the image, if one is loaded
 * @param dose the dose, if one is known
 * @param outlines visible structures, the selected one last, so that it lies on top
 * @param notes sentences about what is missing and what to do, for the empty parts of the view
 */
record SliceContent(
    String patientText,
    Optional<Image> image,
    Optional<Dose> dose,
    List<StructureOutline> outlines,
    List<String> notes) {

  static final SliceContent EMPTY =
      new SliceContent("", Optional.empty(), Optional.empty(), List.of(), List.of());

  /** Nothing but a sentence. */
  static SliceContent ofNote(String sentence) {
    return new SliceContent("", Optional.empty(), Optional.empty(), List.of(), List.of(sentence));
  }

  SliceContent {
    Objects.requireNonNull(patientText, "patientText");
    Objects.requireNonNull(image, "image");
    Objects.requireNonNull(dose, "dose");
    outlines = List.copyOf(outlines);
    notes = List.copyOf(notes);
  }

  /**
   * An image with what is needed to show it.
   *
   * @param volume the voxels
   * @param sceneToImage from the frame of the plan to that of the image
   * @param title such as "CT Neck 1.5 mm"
   * @param isHounsfield whether intensities are Hounsfield units
   * @param automaticWindow window for an image without a fixed scale
   */
  record Image(
      ImageVolume volume,
      AffineTransform sceneToImage,
      String title,
      boolean isHounsfield,
      WindowLevel automaticWindow) {}

  /**
   * A dose with what is needed to show it.
   *
   * @param grid physical dose or EQD2, Gy
   * @param sceneToDose from the frame of the plan to that of the dose
   * @param title which dose in which unit of which courses, such as "Cumulative EQD2, Gy (α/β 3.0
   *     Gy) · course 1, course 2"
   * @param unit unit beside a number, such as "Gy"
   * @param palette hue family of this kind of dose
   * @param maximumGy end of the colour scale
   * @param zeroIsShown whether the wash is drawn from 0 on instead of the lowest isodose level
   * @param prescribedGy what 100 % means, in the quantity that is shown
   * @param isStale whether the plan has been edited since this dose was computed
   */
  record Dose(
      DoseGrid grid,
      AffineTransform sceneToDose,
      String title,
      String unit,
      DosePalette palette,
      double maximumGy,
      boolean zeroIsShown,
      OptionalDouble prescribedGy,
      boolean isStale) {

    Dose stale() {
      return new Dose(
          grid, sceneToDose, title, unit, palette, maximumGy, zeroIsShown, prescribedGy, true);
    }
  }

  /** Grid through which the views scroll: that of the image, else that of the dose. */
  Optional<GridGeometry> scrolledGeometry() {
    return image
        .map(shown -> inScene(shown.volume().geometry(), shown.sceneToImage()))
        .or(() -> dose.map(shown -> inScene(shown.grid().geometry(), shown.sceneToDose())));
  }

  /** The geometry in the frame of the plan; registrations are rigid. */
  private static GridGeometry inScene(GridGeometry geometry, AffineTransform sceneToGrid) {
    AffineTransform toScene = sceneToGrid.inverse();
    Vector3 zero = toScene.apply(Vector3.ZERO);
    Vector3 row = toScene.apply(geometry.axes().x()).minus(zero);
    Vector3 column = toScene.apply(geometry.axes().y()).minus(zero);
    return new GridGeometry(
        geometry.sizeX(),
        geometry.sizeY(),
        geometry.sizeZ(),
        toScene.apply(geometry.originMm()),
        geometry.spacingMm(),
        Axes.ofRowAndColumn(row, column));
  }
}
