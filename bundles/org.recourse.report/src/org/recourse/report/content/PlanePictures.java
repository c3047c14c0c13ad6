/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.assistant.numbers.Eqd2Maps;
import org.recourse.assistant.numbers.ImageState;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanState;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.ImageRole;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.rendering.DoseLayer;
import org.recourse.rendering.DosePalette;
import org.recourse.rendering.DoseWash;
import org.recourse.rendering.FrameBuffer;
import org.recourse.rendering.FrameRenderer;
import org.recourse.rendering.ImageLayer;
import org.recourse.rendering.IsodoseLevel;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.SlicePlane;
import org.recourse.rendering.SliceScene;
import org.recourse.rendering.StructureOutline;
import org.recourse.rendering.ViewTransform;
import org.recourse.rendering.WindowLevel;
import org.recourse.report.Picture;
import org.recourse.report.ReportBlock;

/** Three planes through the highest dose, with image, dose and contours. Used for one report. */
final class PlanePictures {

  private static final int PIXELS = 480;
  private static final double OPACITY_FRACTION = 0.45;
  private static final double THRESHOLD_FRACTION = 0.2;
  private static final WindowLevel SOFT_TISSUE = new WindowLevel(40, 300);
  private static final double ALPHA_BETA_GY = 3;
  private static final double BAR_MM = 50;
  private static final int BAR_RGB = 0xf0f0f0;
  private static final double[] LEVELS_PERCENT = {50, 80, 95, 100};

  private final ReportRequest request;
  private final PlanNumbers numbers;
  private final PlanNumbers.PlanDose dose;
  private final SliceExecutor executor;

  PlanePictures(ReportRequest request, SliceExecutor executor) {
    this.request = request;
    this.executor = executor;
    numbers = request.numbers();
    dose = numbers.planDose().orElseThrow();
  }

  List<ReportBlock> physical(IProgressMonitor monitor) {
    OptionalDouble prescribedGy =
        numbers
            .snapshot()
            .assessedPlan()
            .map(PlanState::prescription)
            .map(prescription -> prescription.totalDoseGy())
            .orElse(OptionalDouble.empty());
    return blocks(
        "Physical dose of the plan",
        "Gy",
        dose.doseGy(),
        DosePalette.VIRIDIS,
        levels(prescribedGy),
        monitor);
  }

  /** The sum of all courses, at one ratio so that the planes show one quantity. */
  List<ReportBlock> cumulative(IProgressMonitor monitor) {
    var maps = new Eqd2Maps(request.voxels(), executor);
    return switch (maps.ofAll(numbers, new AlphaBetaRatio(ALPHA_BETA_GY), monitor)) {
      case Eqd2Maps.Result.Known known ->
          blocks(
              "Cumulative EQD2 at alpha/beta 3 Gy of " + String.join(", ", known.courses()),
              "Gy EQD2",
              known.eqd2(),
              DosePalette.INFERNO,
              List.of(40.0, 60.0, 80.0, 100.0),
              monitor);
      case Eqd2Maps.Result.Unknown(List<String> reasons) ->
          List.of(
              new ReportBlock.Paragraph(
                  "There is no plane of the cumulative dose. " + String.join(" ", reasons)));
    };
  }

  private static List<Double> levels(OptionalDouble prescribedGy) {
    List<Double> levels = new ArrayList<>();
    if (prescribedGy.isPresent()) {
      for (double percent : LEVELS_PERCENT) {
        levels.add(prescribedGy.getAsDouble() * percent / 100);
      }
    }
    return levels;
  }

  private List<ReportBlock> blocks(
      String title,
      String unit,
      DoseGrid shown,
      DosePalette palette,
      List<Double> levelsGy,
      IProgressMonitor monitor) {
    Hottest hottest = Hottest.of(shown);
    if (hottest.doseGy() <= 0) {
      return List.of(new ReportBlock.Paragraph(title + ": there is no dose above 0 Gy."));
    }
    List<IsodoseLevel> isodoses =
        levelsGy.stream()
            .filter(level -> level < hottest.doseGy())
            .map(level -> new IsodoseLevel(level, palette.rgb(level / hottest.doseGy())))
            .toList();
    var wash =
        new DoseWash(
            palette, hottest.doseGy(), THRESHOLD_FRACTION * hottest.doseGy(), OPACITY_FRACTION);
    Optional<ImageLayer> image = image(monitor);
    List<StructureOutline> outlines = outlines(monitor);
    List<Picture> pictures = new ArrayList<>();
    for (Orientation orientation : Orientation.values()) {
      var plane = SlicePlane.through(orientation, hottest.atMm());
      var scene =
          new SliceScene(
              plane,
              image.map(List::of).orElse(List.of()),
              List.of(new DoseLayer(shown, wash, isodoses)),
              outlines);
      GridGeometry extent = image.map(i -> i.volume().geometry()).orElse(shown.geometry());
      pictures.add(picture(scene, extent, orientation));
    }
    return List.of(
        new ReportBlock.Heading(title),
        new ReportBlock.Pictures(pictures, caption(unit, hottest, isodoses, image.isPresent())));
  }

  private Picture picture(SliceScene scene, GridGeometry extent, Orientation orientation) {
    var view = ViewTransform.fitting(extent, orientation, PIXELS, PIXELS, 1);
    var buffer = new FrameBuffer();
    new FrameRenderer(executor).render(scene, view, PIXELS, PIXELS, buffer);
    int[] rgb = new int[PIXELS * PIXELS];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = buffer.pixels()[i] & 0xffffff;
    }
    drawBar(rgb, view);
    String letters =
        orientation.leftLetter()
            + orientation.rightLetter()
            + orientation.topLetter()
            + orientation.bottomLetter();
    String title =
        orientation.title() + ", " + Figures.fixed(scene.plane().positionMm(), 1) + " mm";
    return new Picture(title, letters, PIXELS, rgb);
  }

  /** Five centimetres at the lower left corner. */
  private static void drawBar(int[] rgb, ViewTransform view) {
    int length = (int) Math.round(view.pixelX(BAR_MM, PIXELS) - view.pixelX(0, PIXELS));
    for (int y = PIXELS - 16; y < PIXELS - 13; y++) {
      for (int x = 14; x < Math.min(14 + length, PIXELS - 1); x++) {
        rgb[y * PIXELS + x] = BAR_RGB;
      }
    }
  }

  private static String caption(
      String unit, Hottest hottest, List<IsodoseLevel> isodoses, boolean hasImage) {
    var text = new StringBuilder("Planes through the maximum of ");
    text.append(Figures.fixed(hottest.doseGy(), 1)).append(' ').append(unit).append(".");
    if (!isodoses.isEmpty()) {
      text.append(" Isodose lines from dark to light: ");
      text.append(
          String.join(
              ", ", isodoses.stream().map(level -> Figures.fixed(level.doseGy(), 1)).toList()));
      text.append(' ').append(unit).append('.');
    }
    text.append(" The bar is 50 mm long.");
    text.append(hasImage ? " CT window \u2212110 to 190 HU." : " There is no image in this frame.");
    return text.toString();
  }

  private Optional<ImageLayer> image(IProgressMonitor monitor) {
    for (ImageState state : numbers.snapshot().images()) {
      boolean isCt = state.role() == ImageRole.PLANNING_CT || state.role() == ImageRole.CT;
      if (isCt && state.frameUid().equals(dose.frameUid()) && !state.seriesUid().isEmpty()) {
        try {
          ImageVolume volume = request.voxels().image(state.seriesUid(), monitor);
          return Optional.of(new ImageLayer(volume, SOFT_TISSUE));
        } catch (DicomReadException e) {
          return Optional.empty(); // the caption says that there is none; the import names the file
        }
      }
    }
    return Optional.empty();
  }

  private List<StructureOutline> outlines(IProgressMonitor monitor) {
    List<StructureOutline> outlines = new ArrayList<>();
    for (StructureState structure : numbers.snapshot().assessedStructures()) {
      Optional<AffineTransform> place =
          numbers.snapshot().frameTransforms().between(structure.frameUid(), dose.frameUid());
      if (place.isPresent() && place.get().equals(AffineTransform.IDENTITY)) {
        contours(structure, monitor)
            .filter(contours -> !contours.isEmpty())
            .ifPresent(
                contours ->
                    outlines.add(
                        StructureOutline.of(
                            contours, structure.colourRgb(), structure.isTarget())));
      }
    }
    return outlines;
  }

  private Optional<ContourSet> contours(StructureState structure, IProgressMonitor monitor) {
    try {
      return Optional.of(
          request
              .voxels()
              .contours(
                  structure.structureSetUid(),
                  structure.roiNumber(),
                  structure.contourDigest(),
                  monitor));
    } catch (DicomReadException e) {
      return Optional.empty(); // a finding of the numbers names the file
    }
  }

  /** The voxel with the highest dose. */
  private record Hottest(double doseGy, Vector3 atMm) {

    static Hottest of(DoseGrid grid) {
      GridGeometry geometry = grid.geometry();
      float[] slice = new float[geometry.sliceVoxelCount()];
      double bestGy = Double.NEGATIVE_INFINITY;
      int bestZ = 0;
      int best = 0;
      for (int z = 0; z < geometry.sizeZ(); z++) {
        grid.copySlice(z, slice);
        for (int i = 0; i < slice.length; i++) {
          if (slice[i] > bestGy) {
            bestGy = slice[i];
            best = i;
            bestZ = z;
          }
        }
      }
      int y = best / geometry.sizeX();
      return new Hottest(bestGy, geometry.toPatientMm(best - y * geometry.sizeX(), y, bestZ));
    }
  }
}
