/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.map;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.SubMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.recourse.dicom.DicomReadException;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.maps.FeatureMap;
import org.recourse.radiomics.maps.FeatureMapper;
import org.recourse.radiomics.maps.FeatureMaps;
import org.recourse.ui.radiomics.internal.StructureVoxels;

/** Computes one feature map off the UI thread, with progress and cancellation. */
final class FeatureMapJob extends Job {

  /** Voxels around the region that filters see, besides the kernel: as preCrop of PyRadiomics. */
  private static final int PADDING = 5;

  private final MapRequest request;
  private final StructureVoxels voxels;
  private final FeatureCatalogue catalogue;
  private final Consumer<ShownMap> whenDone; // called on the job's thread

  FeatureMapJob(
      MapRequest request,
      StructureVoxels voxels,
      FeatureCatalogue catalogue,
      Consumer<ShownMap> whenDone) {
    super("Computing feature map: " + request.title());
    this.request = Objects.requireNonNull(request, "request");
    this.voxels = Objects.requireNonNull(voxels, "voxels");
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
    this.whenDone = Objects.requireNonNull(whenDone, "whenDone");
    setUser(true);
  }

  @Override
  protected IStatus run(IProgressMonitor monitor) {
    try {
      SubMonitor progress = SubMonitor.convert(monitor, request.title(), 100);
      Optional<StructureVoxels.Part> part =
          voxels.around(
              request.image(),
              request.structure(),
              PADDING + request.kernel().radiusVoxels(),
              progress.split(20));
      if (part.isEmpty()) {
        return Status.error(
            request.structure().name()
                + " has no voxel on "
                + request.image().title()
                + ": it lies outside of it, has no contours, or no registration leads there.");
      }
      FeatureMaps maps = maps(part.get(), progress.split(80));
      Optional<FeatureMap> map =
          maps.maps().stream().filter(one -> one.definedCount() > 0).findFirst();
      if (map.isEmpty()) {
        return Status.error(
            maps.findings().isEmpty()
                ? "The feature is not defined at any voxel of the structure."
                : maps.findings().getFirst().text());
      }
      whenDone.accept(ShownMap.of(request, map.get(), maps.findings()));
      return Status.OK_STATUS;
    } catch (OperationCanceledException e) {
      return Status.CANCEL_STATUS;
    } catch (DicomReadException | IllegalArgumentException e) {
      return Status.error("The feature map could not be computed: " + e.getMessage(), e);
    }
  }

  private FeatureMaps maps(StructureVoxels.Part part, IProgressMonitor monitor) {
    return new FeatureMapper(catalogue)
        .compute(
            part.image(),
            part.region(),
            request.parameters(),
            request.kernel(),
            request::concerns,
            voxels.executor(),
            monitor);
  }
}
