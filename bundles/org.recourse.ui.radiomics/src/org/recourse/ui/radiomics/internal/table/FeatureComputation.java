/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.radiomics.internal.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.numbers.Eqd2Maps;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureState;
import org.recourse.dicom.DicomReadException;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.dosiomics.DosiomicsRegion;
import org.recourse.dosiomics.DosiomicsResult;
import org.recourse.dosiomics.DosiomicsSettings;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;
import org.recourse.radiomics.ExtractionResult;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.FeatureExtractor;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.ui.radiomics.internal.CaseImage;
import org.recourse.ui.radiomics.internal.StructureVoxels;

/**
 * Computes the columns of the Features view for one case and keeps what an edit of the plan does
 * not change: the features of images, and the geometry of structures on the dose grid. Used by one
 * thread at a time.
 */
final class FeatureComputation {

  /** Late-reacting tissue in general, as for the slices. */
  private static final double DEFAULT_ALPHA_BETA_GY = 3;

  private static final int KEPT = 40;

  private final CaseVoxels voxels;
  private final SliceExecutor executor;
  private final FeatureCatalogue catalogue;
  private final Eqd2Maps eqd2Maps;
  private final Map<ImageKey, FeatureColumn> imageColumns = recent();
  private final Map<RegionKey, DosiomicsRegion> regions = recent();

  /** Features of an image depend on these alone. */
  private record ImageKey(StructureState structure, CaseImage image) {}

  /** A region on a dose grid depends on these alone. */
  private record RegionKey(StructureState structure, String frameUid, GridGeometry grid) {}

  FeatureComputation(CaseVoxels voxels, SliceExecutor executor, FeatureCatalogue catalogue) {
    this.voxels = voxels;
    this.executor = executor;
    this.catalogue = catalogue;
    eqd2Maps = new Eqd2Maps(voxels, executor);
  }

  private static <K, V> Map<K, V> recent() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > KEPT;
      }
    };
  }

  /** Computes the columns in the order of the sources. */
  List<FeatureColumn> compute(FeatureTableRequest request, IProgressMonitor monitor) {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Features of " + request.structure().name(), 10)
            .setWorkRemaining(Math.max(1, request.sources().size()));
    var columns = new ArrayList<FeatureColumn>();
    for (FeatureSource source : request.sources()) {
      progress.checkCanceled();
      columns.add(column(source, request, progress.split(1)));
    }
    return List.copyOf(columns);
  }

  private FeatureColumn column(
      FeatureSource source, FeatureTableRequest request, SubMonitor progress) {
    PlanNumbers numbers = request.numbers();
    var tissue =
        new AlphaBetaRatio(request.structure().alphaBetaGy().orElse(DEFAULT_ALPHA_BETA_GY));
    try {
      return switch (source) {
        case FeatureSource.OfImage(CaseImage image) -> ofImage(image, source, request, progress);
        case FeatureSource.PhysicalDose physical ->
            numbers.planDose().isEmpty()
                ? FeatureColumn.missing(source, "The plan has no dose.")
                : ofDose(source, numbers.planDose().get().doseGy(), request, progress);
        case FeatureSource.PlanEqd2 plan ->
            ofEqd2(source, eqd2Maps.ofPlan(numbers, tissue, progress.split(1)), request, progress);
        case FeatureSource.CumulativeEqd2 sum ->
            ofEqd2(source, eqd2Maps.ofAll(numbers, tissue, progress.split(1)), request, progress);
      };
    } catch (DicomReadException e) {
      return FeatureColumn.missing(source, e.getMessage());
    }
  }

  private StructureVoxels structureVoxels(FeatureTableRequest request) {
    return new StructureVoxels(voxels, request.numbers().snapshot().frameTransforms(), executor);
  }

  private FeatureColumn ofImage(
      CaseImage image, FeatureSource source, FeatureTableRequest request, SubMonitor progress)
      throws DicomReadException {
    progress.setWorkRemaining(2);
    var key = new ImageKey(request.structure(), image);
    FeatureColumn known = imageColumns.get(key);
    if (known != null) {
      return known;
    }
    Optional<StructureVoxels.Part> part =
        structureVoxels(request).around(image, request.structure(), 1, progress.split(1));
    if (part.isEmpty()) {
      return FeatureColumn.missing(
          source, request.structure().name() + " has no voxel on " + image.title() + ".");
    }
    ExtractionResult result =
        new FeatureExtractor(catalogue)
            .extract(
                part.get().image(),
                part.get().region(),
                ExtractionParameters.defaults(),
                executor,
                progress.split(1));
    var column = new FeatureColumn(source, result.features(), texts(result.findings()));
    imageColumns.put(key, column);
    return column;
  }

  private static List<String> texts(List<Finding> findings) {
    return findings.stream().map(Finding::text).toList();
  }

  private FeatureColumn ofEqd2(
      FeatureSource source, Eqd2Maps.Result map, FeatureTableRequest request, SubMonitor progress)
      throws DicomReadException {
    return switch (map) {
      case Eqd2Maps.Result.Known known -> ofDose(source, known.eqd2(), request, progress);
      case Eqd2Maps.Result.Unknown(List<String> reasons) ->
          new FeatureColumn(
              source, org.recourse.radiomics.feature.FeatureVector.builder().build(), reasons);
    };
  }

  private FeatureColumn ofDose(
      FeatureSource source, DoseGrid dose, FeatureTableRequest request, SubMonitor progress)
      throws DicomReadException {
    progress.setWorkRemaining(2);
    String frameUid = request.numbers().planDose().map(PlanNumbers.PlanDose::frameUid).orElse("");
    var key = new RegionKey(request.structure(), frameUid, dose.geometry());
    DosiomicsRegion region = regions.get(key);
    if (region == null) {
      Optional<ContourSet> contours =
          structureVoxels(request).contours(request.structure(), frameUid, progress.split(1));
      if (contours.isEmpty()) {
        return FeatureColumn.missing(
            source, "No registration leads from " + request.structure().name() + " to the dose.");
      }
      region = region(contours.get(), dose.geometry(), progress.split(1));
      regions.put(key, region);
    }
    DosiomicsResult result = region.update(dose, executor, progress.split(1));
    return new FeatureColumn(source, result.features(), texts(result.findings()));
  }

  private DosiomicsRegion region(ContourSet contours, GridGeometry grid, SubMonitor progress) {
    progress.setWorkRemaining(3);
    Region region =
        Region.of(ContourRasteriser.rasterise(contours, grid, executor, progress.split(1)));
    StructureSampling sampling = StructureSampling.of(contours, grid, executor, progress.split(1));
    return DosiomicsRegion.of(
        region, sampling, DosiomicsSettings.DEFAULT, catalogue, executor, progress.split(1));
  }
}
