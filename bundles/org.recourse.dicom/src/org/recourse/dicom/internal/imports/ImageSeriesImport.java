/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.geometry.SlicePlane;
import org.recourse.dicom.internal.geometry.SlicePositions;
import org.recourse.dicom.internal.toolkit.SopClass;
import org.recourse.dicom.internal.toolkit.Tags;
import org.recourse.model.ImageSeries;
import org.recourse.model.ModelFactory;

/** Sorts images into series of parallel slices and checks them. */
final class ImageSeriesImport {

  private static final double SAME_POSITION_MM = 0.01;
  private static final double LARGEST_SHIFT_MM = 0.25;

  private final ImportContext context;

  ImageSeriesImport(ImportContext context) {
    this.context = context;
  }

  /** An imported series with the planes of its slices, ascending along the normal. */
  record Imported(ImageSeries series, List<SourceFile> slices) {

    SlicePlane firstPlane() {
      return slices.getFirst().plane().orElseThrow();
    }
  }

  List<Imported> run(List<SourceFile> images) {
    Map<String, List<SourceFile>> bySeries = new LinkedHashMap<>();
    images.forEach(f -> bySeries.computeIfAbsent(f.seriesUid(), k -> new ArrayList<>()).add(f));
    var imported = new ArrayList<Imported>();
    for (List<SourceFile> files : bySeries.values()) {
      List<SourceFile> slices = withoutDuplicates(sorted(largestStack(files)));
      if (isReadable(slices)) {
        checkValues(slices);
        imported.add(new Imported(toModel(slices), slices));
      }
    }
    return imported;
  }

  /** Keeps the largest group of parallel slices of one size and frame of reference. */
  private List<SourceFile> largestStack(List<SourceFile> files) {
    var stacks = new ArrayList<List<SourceFile>>();
    for (SourceFile file : files) {
      stacks.stream()
          .filter(stack -> isStackable(stack.getFirst(), file))
          .findFirst()
          .orElseGet(
              () -> {
                var stack = new ArrayList<SourceFile>();
                stacks.add(stack);
                return stack;
              })
          .add(file);
    }
    List<SourceFile> largest = stacks.getFirst();
    for (List<SourceFile> stack : stacks) {
      largest = stack.size() > largest.size() ? stack : largest;
    }
    for (List<SourceFile> stack : stacks) {
      if (stack != largest) {
        rejectAll(
            stack,
            Tag.ImageOrientationPatient,
            "Its orientation, size, spacing or frame of reference differs from the "
                + largest.size()
                + " other slices of series "
                + describe(largest.getFirst())
                + ".");
      }
    }
    return largest;
  }

  private static boolean isStackable(SourceFile first, SourceFile file) {
    return first.plane().orElseThrow().isStackableWith(file.plane().orElseThrow())
        && first
            .textOr(Tag.FrameOfReferenceUID, "")
            .equals(file.textOr(Tag.FrameOfReferenceUID, ""));
  }

  private static List<SourceFile> sorted(List<SourceFile> files) {
    SlicePlane first = files.getFirst().plane().orElseThrow();
    var sorted = new ArrayList<>(files);
    sorted.sort(
        Comparator.<SourceFile>comparingDouble(
                f -> rounded(f.plane().orElseThrow().positionMm(first)))
            .thenComparingInt(ImageSeriesImport::instanceNumber)
            .thenComparing(SourceFile::name));
    return sorted;
  }

  private static double rounded(double positionMm) {
    return Math.rint(positionMm / SAME_POSITION_MM) * SAME_POSITION_MM;
  }

  private static int instanceNumber(SourceFile file) {
    try {
      return file.data().integer(Tag.InstanceNumber).orElse(Integer.MAX_VALUE);
    } catch (DicomReadException e) {
      return Integer.MAX_VALUE; // only the order of duplicates depends on it
    }
  }

  private List<SourceFile> withoutDuplicates(List<SourceFile> sorted) {
    var kept = new ArrayList<SourceFile>();
    for (SourceFile file : sorted) {
      boolean duplicate =
          !kept.isEmpty() && plane(file).positionMm(plane(kept.getLast())) <= SAME_POSITION_MM;
      if (duplicate) {
        rejectAll(
            List.of(file),
            Tag.ImagePositionPatient,
            "It lies where "
                + kept.getLast().name()
                + " of the same series lies (duplicate slice); the lower instance number was"
                + " kept.");
      } else {
        kept.add(file);
      }
    }
    return kept;
  }

  private boolean isReadable(List<SourceFile> slices) {
    SourceFile first = slices.getFirst();
    Predicate<SourceFile> shifted = f -> plane(f).shiftMm(plane(first)) > LARGEST_SHIFT_MM;
    if (slices.stream().anyMatch(shifted)) {
      rejectAll(
          slices,
          Tag.ImagePositionPatient,
          "The slices of series "
              + describe(first)
              + " are shifted against each other (gantry tilt), so they form no right-angled grid."
              + " Export a series without tilt.");
      return false;
    }
    if (slices.size() == 1) {
      return isReadableAlone(first);
    }
    double[] positionsMm =
        slices.stream().mapToDouble(f -> plane(f).positionMm(plane(first))).toArray();
    SlicePositions positions = SlicePositions.of(positionsMm);
    if (!positions.isReadable()) {
      rejectAll(
          slices,
          Tag.ImagePositionPatient,
          "The slices of series " + describe(first) + " are too unequally spaced to form a grid.");
      return false;
    }
    if (!positions.isRegular()) {
      reportSpacing(slices, positions);
    }
    return true;
  }

  private boolean isReadableAlone(SourceFile only) {
    double thicknessMm;
    try {
      thicknessMm = only.data().number(Tag.SliceThickness).orElse(0);
    } catch (DicomReadException e) {
      context.findings().rejected(only.name(), e);
      return false;
    }
    if (!(thicknessMm > 0)) {
      rejectAll(
          List.of(only), Tag.SliceThickness, "The series has one slice and no slice thickness.");
      return false;
    }
    context
        .findings()
        .warning(
            "Series "
                + describe(only)
                + " has a single slice; its thickness of "
                + thicknessMm
                + " mm is taken as its extent.",
            FindingList.at(only, Tag.SliceThickness));
    return true;
  }

  private void reportSpacing(List<SourceFile> slices, SlicePositions positions) {
    String series = describe(slices.getFirst());
    boolean gap = false;
    for (int i = 0; i + 1 < positions.planeCount(); i++) {
      if (positions.isGapAfter(i)) {
        gap = true;
        double distanceMm = positions.positionMm(i + 1) - positions.positionMm(i);
        context
            .findings()
            .error(
                String.format(
                    Locale.ROOT,
                    "Series %s has a gap of %.2f mm after this slice where %.2f mm is usual: about"
                        + " %d slices are missing before %s. Intensities in the gap are"
                        + " interpolated; get the missing slices.",
                    series,
                    distanceMm,
                    positions.medianSpacingMm(),
                    Math.round(distanceMm / positions.medianSpacingMm()) - 1,
                    slices.get(i + 1).name()),
                FindingList.at(slices.get(i), Tag.ImagePositionPatient));
      }
    }
    if (!gap) {
      context
          .findings()
          .warning(
              String.format(
                  Locale.ROOT,
                  "The slices of series %s are unequally spaced (usually %.3f mm). Intensities are"
                      + " interpolated linearly to %d slices of %.3f mm.",
                  series,
                  positions.medianSpacingMm(),
                  positions.gridCount(),
                  positions.gridSpacingMm()),
              FindingList.at(slices.getFirst(), Tag.ImagePositionPatient));
    }
  }

  private void checkValues(List<SourceFile> slices) {
    SourceFile first = slices.getFirst();
    FindingList findings = context.findings();
    if (first.sopClass() == SopClass.CT) {
      report(
          slices,
          f -> !f.data().contains(Tag.RescaleIntercept) || !f.data().contains(Tag.RescaleSlope),
          f ->
              findings.error(
                  "CT without rescale slope and intercept: stored values are shown as they are and"
                      + " are probably no Hounsfield units.",
                  f));
      slices.stream()
          .filter(f -> !List.of("HU", "US").contains(f.textOr(Tag.RescaleType, "HU")))
          .findFirst()
          .ifPresent(
              f ->
                  findings.warning(
                      "The CT values are stated to be "
                          + f.textOr(Tag.RescaleType, "")
                          + ", not Hounsfield units (HU).",
                      FindingList.at(f, Tag.RescaleType)));
    }
    report(
        slices,
        f -> f.textOr(Tag.LossyImageCompression, "00").equals("01"),
        f ->
            findings.warning(
                "The images were compressed with loss; intensities are not the original ones.", f));
  }

  private static void report(
      List<SourceFile> slices,
      Predicate<SourceFile> condition,
      java.util.function.Consumer<String> finding) {
    List<SourceFile> found = slices.stream().filter(condition).toList();
    if (!found.isEmpty()) {
      String others = found.size() == 1 ? "" : " and " + (found.size() - 1) + " more files";
      finding.accept(found.getFirst().name() + others);
    }
  }

  private ImageSeries toModel(List<SourceFile> slices) {
    SourceFile first = slices.getFirst();
    ImageSeries series = ModelFactory.eINSTANCE.createImageSeries();
    series.setSeriesInstanceUid(first.seriesUid());
    series.setModality(first.sopClass().modality());
    series.setDescription(
        first.textOr(Tag.SeriesDescription, first.sopClass().modality() + " series"));
    series.setFrameOfReference(
        context.frame(first.textOr(Tag.FrameOfReferenceUID, ""), describe(first)));
    slices.forEach(f -> series.getInstances().add(context.files().accept(f)));
    context.patientCase().getImageSeries().add(series);
    return series;
  }

  private void rejectAll(List<SourceFile> files, int tag, String sentence) {
    for (SourceFile file : files) {
      context
          .findings()
          .error(sentence + " The file was not imported.", file.name() + " " + Tags.nameOf(tag));
    }
  }

  private static SlicePlane plane(SourceFile file) {
    return file.plane().orElseThrow();
  }

  private static String describe(SourceFile file) {
    String modality = file.sopClass().modality();
    return file.data().text(Tag.SeriesDescription).map(d -> modality + " " + d).orElse(modality);
  }
}
