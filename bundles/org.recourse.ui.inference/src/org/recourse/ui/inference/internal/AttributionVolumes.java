/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.numbers.DoseAttributions;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.RiskGradient;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.ScalarPalette;
import org.recourse.rendering.ScalarVolume;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.RiskModelEntry;
import org.recourse.risk.RiskParameterValues;
import org.recourse.risk.VoxelAttribution;
import org.recourse.risk.VoxelValues;
import org.recourse.ui.viewer.OverlayInput;
import org.recourse.ui.viewer.OverlayResult;
import org.recourse.ui.viewer.OverlayVolume;

/**
 * The volumes of the first installed model that can say which voxels drive its number. Voxels
 * differ in size between models, so the values are given per cm³. Thread-safe; what it keeps of the
 * last case saves time and never changes a volume.
 */
final class AttributionVolumes {

  private static final double MM3_PER_CM3 = 1000;

  /** What was derived from one case. */
  private record Kept(CaseVoxels voxels, DoseAttributions attributions) {}

  private final VoxelAttribution.Method method;
  private SoftReference<Kept> kept = new SoftReference<>(null); // guarded by this

  AttributionVolumes(VoxelAttribution.Method method) {
    this.method = Objects.requireNonNull(method, "method");
  }

  OverlayResult compute(OverlayInput input, IProgressMonitor monitor) {
    Optional<PlanNumbers> numbers = input.numbers();
    if (numbers.isEmpty()) {
      return OverlayResult.notAvailable("The numbers of the plan are not computed yet.");
    }
    if (numbers.get().planDose().isEmpty()) {
      return OverlayResult.notAvailable("The planned course has no dose.");
    }
    if (input.gradient().isPresent()) {
      return shown(input, numbers.get(), input.gradient().get());
    }
    Optional<RiskCatalogue> catalogue = Services.find(RiskCatalogue.class);
    if (catalogue.isEmpty()) {
      return OverlayResult.notAvailable("This installation has no risk models.");
    }
    DoseAttributions attributions = attributions(input, catalogue.get());
    List<RiskModelEntry> models = attributions.models();
    SubMonitor progress = SubMonitor.convert(monitor, "Which voxels drive the risk", models.size());
    List<String> reasons = new ArrayList<>();
    for (RiskModelEntry model : models) {
      progress.checkCanceled();
      switch (attributions.of(model.id(), method, numbers.get(), progress.split(1))) {
        case VoxelAttribution.Attributed attributed -> {
          return shown(input, numbers.get(), model.title(), attributed);
        }
        case VoxelAttribution.NotAvailable(String sentence) -> reasons.add(sentence);
      }
    }
    return OverlayResult.notAvailable(
        reasons.isEmpty()
            ? "No installed model says which voxels drive its number."
            : "No model says which voxels drive its number. " + reasons.getLast());
  }

  /** The gradient was computed with the numbers. */
  private OverlayResult shown(OverlayInput input, PlanNumbers numbers, RiskGradient gradient) {
    return switch (gradient.attribution()) {
      case VoxelAttribution.Attributed attributed ->
          shown(input, numbers, gradient.title(), attributed);
      case VoxelAttribution.NotAvailable(String sentence) ->
          OverlayResult.notAvailable("No model says which voxels drive its number. " + sentence);
    };
  }

  private synchronized DoseAttributions attributions(OverlayInput input, RiskCatalogue catalogue) {
    Kept last = kept.get();
    if (last == null || last.voxels() != input.voxels()) { // collected, or another case
      last =
          new Kept(
              input.voxels(),
              new DoseAttributions(
                  catalogue, RiskParameterValues.DEFAULTS, input.voxels(), input.executor()));
      kept = new SoftReference<>(last);
    }
    return last.attributions();
  }

  private OverlayResult shown(
      OverlayInput input,
      PlanNumbers numbers,
      String title,
      VoxelAttribution.Attributed attributed) {
    String doseFrame = numbers.planDose().orElseThrow().frameUid();
    Optional<AffineTransform> sceneToValues =
        numbers.snapshot().frameTransforms().between(input.sceneFrameUid(), doseFrame);
    if (sceneToValues.isEmpty()) {
      return OverlayResult.notAvailable(
          "The place of the planned dose relative to the image is not known.");
    }
    ScaledValues scaled = ScaledValues.of(perCm3(attributed.values()));
    String quantity =
        switch (method) {
          case GRADIENT -> "Score per dose";
          case INTEGRATED_GRADIENTS -> "Share of the score";
        };
    String unit =
        switch (method) {
          case GRADIENT -> "/(Gy·cm³)";
          case INTEGRATED_GRADIENTS -> "/cm³";
        };
    List<Finding> findings = new ArrayList<>(attributed.findings());
    if (!attributed.label().isEmpty()) {
      findings.add(Finding.info(attributed.label() + ".", title));
    }
    return new OverlayResult.Shown(
        new OverlayVolume(
            scaled.volume(),
            sceneToValues.get(),
            quantity + ", " + title,
            scaled.power() + unit,
            -scaled.largest(),
            scaled.largest(),
            ScalarPalette.DIVERGING),
        findings);
  }

  private static VoxelValues perCm3(VoxelValues perVoxel) {
    GridGeometry geometry = perVoxel.geometry();
    Vector3 spacing = geometry.spacingMm();
    float perCm3 = (float) (MM3_PER_CM3 / (spacing.x() * spacing.y() * spacing.z()));
    int slice = geometry.sliceVoxelCount();
    float[] values = new float[geometry.voxelCount()];
    float[] one = new float[slice];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      perVoxel.copySlice(z, one);
      for (int i = 0; i < slice; i++) {
        values[z * slice + i] = one[i] * perCm3;
      }
    }
    return VoxelValues.of(geometry, values);
  }

  /**
   * Values brought to a range that can be read.
   *
   * @param volume the values divided by the power
   * @param largest end of the colours, divided by the power: 90 % of the voxels lie inside
   * @param power the power as text, such as {@code 10⁻³}
   */
  record ScaledValues(ScalarVolume volume, double largest, String power) {

    private static final double THOUSAND = 1000;

    /** Share of the voxels whose magnitudes lie inside of the range of the colours. */
    private static final double SHOWN_FRACTION = 0.9;

    private static final List<String> POWERS = List.of("1", "10⁻³", "10⁻⁶", "10⁻⁹");

    static ScaledValues of(VoxelValues values) {
      GridGeometry geometry = values.geometry();
      double largest = largeMagnitude(values);
      int power = 0;
      double scale = 1;
      while (largest > 0 && largest * scale < 1 && power < POWERS.size() - 1) {
        scale *= THOUSAND;
        power++;
      }
      ScalarVolume.Builder volume = ScalarVolume.builder(geometry);
      float[] slice = new float[geometry.sliceVoxelCount()];
      for (int z = 0; z < geometry.sizeZ(); z++) {
        values.copySlice(z, slice);
        for (int i = 0; i < slice.length; i++) {
          slice[i] *= (float) scale;
        }
        volume.slice(z, slice);
      }
      double shown = largest > 0 ? largest * scale : 1; // zero everywhere still has a colour bar
      return new ScaledValues(volume.build(), shown, POWERS.get(power));
    }

    /** A few voxels at the edge of a kernel would take the whole range, so they are cut off. */
    private static double largeMagnitude(VoxelValues values) {
      GridGeometry geometry = values.geometry();
      float[] magnitudes = new float[geometry.voxelCount()];
      int count = 0;
      float[] slice = new float[geometry.sliceVoxelCount()];
      for (int z = 0; z < geometry.sizeZ(); z++) {
        values.copySlice(z, slice);
        for (float value : slice) {
          if (!Float.isNaN(value)) {
            magnitudes[count++] = Math.abs(value);
          }
        }
      }
      Arrays.sort(magnitudes, 0, count);
      return count == 0 ? 0 : magnitudes[(int) Math.round((count - 1) * SHOWN_FRACTION)];
    }
  }
}
