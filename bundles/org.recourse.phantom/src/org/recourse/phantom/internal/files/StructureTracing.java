/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.files;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.write.StructureSpec;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.phantom.internal.anatomy.Organ;
import org.recourse.phantom.solid.Box;
import org.recourse.phantom.solid.ContourTracing;
import org.recourse.phantom.solid.Solid;

/** Contours organs on the slices of a CT. Immutable and thread-safe. */
final class StructureTracing {

  private static final double FINEST_STEP_MM = 0.8;
  private static final double COARSEST_STEP_MM = 2.5;
  private static final double STEPS_PER_EXTENT = 50;

  private final ContourTracing tracing;

  StructureTracing(SliceExecutor executor) {
    tracing = new ContourTracing(executor);
  }

  /**
   * Contours the organs; ROI numbers count from 1 in their order.
   *
   * @param ct slices along the patient axes
   * @param frameToAnatomy takes points of the frame of the CT to the anatomy
   */
  List<StructureSpec> structures(
      List<Organ> organs,
      GridGeometry ct,
      AffineTransform frameToAnatomy,
      IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Structures", organs.size());
    double[] planesZMm = new double[ct.sizeZ()];
    for (int z = 0; z < planesZMm.length; z++) {
      planesZMm[z] = ct.toPatientMm(0, 0, z).z();
    }
    List<StructureSpec> structures = new ArrayList<>();
    for (Organ organ : organs) {
      Solid body = organ.body().seenFrom(frameToAnatomy);
      structures.add(
          new StructureSpec(
              structures.size() + 1,
              organ.name(),
              organ.type(),
              organ.colourRgb(),
              tracing.contours(body, planesZMm, stepMm(organ.body()), progress.split(1))));
    }
    return structures;
  }

  private static double stepMm(Solid body) {
    Box box = body.bounds();
    double extentMm = box.highMm().minus(box.lowMm()).x();
    return Math.clamp(extentMm / STEPS_PER_EXTENT, FINEST_STEP_MM, COARSEST_STEP_MM);
  }
}
