/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.cohort;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;

/**
 * One patient of a synthetic cohort. Immutable and thread-safe; nothing that is large is kept, each
 * call makes it again.
 *
 * <p>All images, structures and doses lie in one frame.
 */
public final class SyntheticPatient {

  private final Facts facts;
  private final TrueRisk trueRisk;
  private final double[] plannedGy;
  private final Material material;

  /**
   * What is known of the patient without images.
   *
   * @param id name that says that it is synthetic
   * @param number number in the cohort
   * @param centre hospital
   * @param clinical clinical facts
   * @param outcomes what happened
   * @param fragility fragility of the tissue, which nobody knows in life
   * @param biology number behind the recurrence, which nobody knows in life
   * @param prescribedGy prescription of the re-irradiation
   * @param firstPrescribedGy prescription of the first course
   * @param firstFractionCount its fractions
   */
  public record Facts(
      String id,
      int number,
      Centre centre,
      ClinicalFacts clinical,
      SyntheticOutcomes outcomes,
      HiddenMechanism.Fragility fragility,
      double biology,
      double prescribedGy,
      double firstPrescribedGy,
      int firstFractionCount) {}

  /** Makes what is large. Implementations are immutable and thread-safe. */
  public interface Material {

    /** Returns the grid of the MR images. */
    GridGeometry mrGeometry();

    /** Returns T1, T1 with contrast agent and T2. */
    List<ImageVolume> mr(IProgressMonitor monitor);

    /** Returns the planning CT. */
    ImageVolume ct(IProgressMonitor monitor);

    /** Returns a target drawn by a reader; reader 0 drew the true ones. */
    Targets targets(int reader, SliceExecutor executor, IProgressMonitor monitor);

    /** Returns the organs at risk. */
    List<NamedContours> organs(SliceExecutor executor, IProgressMonitor monitor);

    /** Returns the doses of the beams of the re-irradiation, each of all fractions. */
    List<DoseGrid> beams(IProgressMonitor monitor);

    /** Returns the dose of the first course. */
    DoseGrid firstCourse(IProgressMonitor monitor);

    /** Returns the target of the first course. */
    ContourSet firstTarget(SliceExecutor executor, IProgressMonitor monitor);
  }

  /**
   * Targets as drawn by one reader.
   *
   * @param gross rGTV
   * @param planning PTVnx, rGTV and 3 mm
   */
  public record Targets(ContourSet gross, ContourSet planning) {}

  /** Made by {@link SyntheticCohort}. */
  public SyntheticPatient(Facts facts, TrueRisk trueRisk, double[] plannedGy, Material material) {
    this.facts = Objects.requireNonNull(facts, "facts");
    this.trueRisk = Objects.requireNonNull(trueRisk, "trueRisk");
    this.plannedGy = plannedGy.clone();
    this.material = Objects.requireNonNull(material, "material");
  }

  public Facts facts() {
    return facts;
  }

  public String id() {
    return facts.id();
  }

  /** Returns the true risk of necrosis as a function of the dose of the re-irradiation. */
  public TrueRisk trueRisk() {
    return trueRisk;
  }

  /** Returns the planned physical dose at the places of {@link #trueRisk}. */
  public double[] plannedDoseAtPlacesGy() {
    return plannedGy.clone();
  }

  /**
   * Returns the probability with which necrosis was drawn: the true risk for the planned dose, or
   * the incidence in a cohort without signal.
   */
  public double riskFraction() {
    return facts.outcomes().necrosis().riskFraction();
  }

  /** Returns whether necrosis was drawn. */
  public boolean event() {
    return facts.outcomes().necrosis().event();
  }

  public TrueRisk.Schedule schedule() {
    return trueRisk.schedule();
  }

  public GridGeometry mrGeometry() {
    return material.mrGeometry();
  }

  /** Returns T1, T1 with contrast agent and T2, in this order. */
  public List<ImageVolume> images(IProgressMonitor monitor) {
    return material.mr(monitor);
  }

  /** Returns the planning CT. */
  public ImageVolume ct(IProgressMonitor monitor) {
    return material.ct(monitor);
  }

  /**
   * Returns rGTV and PTVnx as drawn by a reader on the slices of the MR images.
   *
   * @param reader 0 for the one whose target was treated, 1 and above for others
   */
  public Targets targets(int reader, SliceExecutor executor, IProgressMonitor monitor) {
    if (reader < 0) {
      throw new IllegalArgumentException("readers are counted from 0: " + reader);
    }
    return material.targets(reader, executor, monitor);
  }

  /** Returns the organs at risk on the slices of the MR images. */
  public List<NamedContours> organs(SliceExecutor executor, IProgressMonitor monitor) {
    return material.organs(executor, monitor);
  }

  /** Returns the physical dose of each of the nine beams of the re-irradiation, all fractions. */
  public List<DoseGrid> beamDoses(IProgressMonitor monitor) {
    return material.beams(monitor);
  }

  /** Returns the physical dose of the re-irradiation: the sum of its beams. */
  public DoseGrid dose(IProgressMonitor monitor) {
    return weightedDose(beamDoses(monitor), new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1});
  }

  /** Returns the sum of beam doses with other weights; 1 leaves a beam as planned. */
  public static DoseGrid weightedDose(List<DoseGrid> beams, double[] weights) {
    if (beams.isEmpty() || beams.size() != weights.length) {
      throw new IllegalArgumentException(beams.size() + " beams, " + weights.length + " weights");
    }
    GridGeometry geometry = beams.getFirst().geometry();
    DoseGrid.Builder builder = DoseGrid.builder(geometry);
    float[] slice = new float[geometry.sliceVoxelCount()];
    double[] sum = new double[slice.length];
    for (int z = 0; z < geometry.sizeZ(); z++) {
      Arrays.fill(sum, 0);
      for (int b = 0; b < weights.length; b++) {
        beams.get(b).copySlice(z, slice);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += weights[b] * slice[i];
        }
      }
      for (int i = 0; i < sum.length; i++) {
        slice[i] = (float) sum[i];
      }
      builder.slice(z, slice);
    }
    return builder.build();
  }

  /** Returns the physical dose of the first course on the grid of the re-irradiation. */
  public DoseGrid firstCourseDose(IProgressMonitor monitor) {
    return material.firstCourse(monitor);
  }

  /** Returns the target of the first course on the slices of the MR images. */
  public ContourSet firstCourseTarget(SliceExecutor executor, IProgressMonitor monitor) {
    return material.firstTarget(executor, monitor);
  }
}
