/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.phantom.cohort.SyntheticCohort;
import org.recourse.phantom.cohort.SyntheticPatient;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/** Patients of a synthetic cohort, made in memory. Thread-safe. */
public final class SyntheticSource implements ImageSource {

  /** Names of the sequences in the order in which a patient gives them. */
  public static final List<String> SEQUENCES = List.of("T1", "T1C", "T2");

  private final SyntheticCohort cohort;
  private final int first;
  private final List<String> ids;

  /**
   * Makes a source of the patients from number {@code first} on.
   *
   * @param count how many
   */
  public SyntheticSource(SyntheticCohort cohort, int first, int count) {
    this.cohort = Objects.requireNonNull(cohort, "cohort");
    this.first = first;
    ids =
        IntStream.range(first, first + count)
            .mapToObj(number -> "synthetic-" + cohort.seed() + "-" + number)
            .toList();
  }

  @Override
  public List<String> patientIds() {
    return ids;
  }

  @Override
  public List<ImagedRegion> load(String patientId, int readers, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, patientId, 1 + readers);
    SyntheticPatient patient = cohort.patient(first + ids.indexOf(patientId));
    List<VoxelBlock> images = new ArrayList<>();
    for (ImageVolume image : patient.images(progress.split(1))) {
      images.add(VoxelBlock.of(image));
    }
    GridGeometry geometry = patient.mrGeometry();
    List<ImagedRegion> loaded = new ArrayList<>();
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      for (int reader = 0; reader < readers; reader++) {
        SubMonitor step = progress.split(1).setWorkRemaining(2);
        ContourSet target = patient.targets(reader, executor, step.split(1)).planning();
        Region region =
            Region.of(ContourRasteriser.rasterise(target, geometry, executor, step.split(1)));
        for (int i = 0; i < images.size(); i++) {
          loaded.add(new ImagedRegion(SEQUENCES.get(i), reader, images.get(i), region));
        }
      }
    }
    return loaded;
  }

  @Override
  public String fingerprint() {
    return "synthetic " + cohort.seed() + " " + cohort.settings();
  }
}
