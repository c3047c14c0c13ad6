/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.cohort.cases.CohortTable;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourRasteriser;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;

/**
 * Patients whose cases lie in folders. Immutable and thread-safe.
 *
 * <p>The images are those with the roles T1, T1C and T2. The region is the structure with the name
 * asked for; each structure set that has it is a reader, in the order of the case. Where the image
 * lies in another frame of reference than the structure, it is sampled (trilinear) onto a grid
 * along the axes of the frame of the structure with its own voxel size, by the registrations of the
 * case.
 */
public final class CaseFolderSource implements ImageSource {

  private static final Map<String, ImageRole> SEQUENCES =
      Map.of("T1", ImageRole.T1, "T1C", ImageRole.T1C, "T2", ImageRole.T2);

  private final CaseFolders cases;
  private final String structureName;

  /**
   * Makes a source.
   *
   * @param cohort patients with their case folders, relative to {@code folder}
   * @param structureName name of the structure, upper and lower case being the same
   */
  public CaseFolderSource(CohortTable cohort, Path folder, String structureName) {
    this.cases = new CaseFolders(cohort, folder);
    this.structureName = Objects.requireNonNull(structureName, "structureName");
  }

  @Override
  public List<String> patientIds() {
    return cases.patientIds();
  }

  @Override
  public String fingerprint() {
    return "case folders, structure " + structureName;
  }

  @Override
  public List<ImagedRegion> load(String patientId, int readers, IProgressMonitor monitor)
      throws CaseFailure {
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      OpenCase open = cases.open(patientId, executor);
      return new Reading(open, executor).regions(readers, monitor);
    } catch (DicomReadException e) {
      throw new CaseFailure(e.getMessage(), e);
    }
  }

  /** One open case. */
  private final class Reading {

    private final OpenCase open;
    private final SliceExecutor executor;

    Reading(OpenCase open, SliceExecutor executor) {
      this.open = open;
      this.executor = executor;
    }

    List<ImagedRegion> regions(int readers, IProgressMonitor monitor)
        throws CaseFailure, DicomReadException {
      List<StructureSet> sets =
          open.patientCase().getStructureSets().stream()
              .filter(set -> structure(set).isPresent())
              .limit(readers)
              .toList();
      if (sets.isEmpty()) {
        throw new CaseFailure(
            "No structure set has a structure "
                + structureName
                + "; name another structure or contour it.");
      }
      SubMonitor progress =
          SubMonitor.convert(monitor, sets.size() * SyntheticSource.SEQUENCES.size());
      List<ImagedRegion> regions = new ArrayList<>();
      for (int reader = 0; reader < sets.size(); reader++) {
        for (String sequence : SyntheticSource.SEQUENCES) {
          Optional<ImageSeries> series = series(sequence);
          if (series.isPresent()) {
            regions.add(
                region(sequence, reader, series.get(), sets.get(reader), progress.split(1)));
          }
        }
      }
      if (regions.isEmpty()) {
        throw new CaseFailure(
            "No image has the role T1, T1C or T2; set the roles of the MR series in the case.");
      }
      return regions;
    }

    private Optional<Structure> structure(StructureSet set) {
      return set.getStructures().stream()
          .filter(structure -> structureName.equalsIgnoreCase(structure.getName()))
          .findFirst();
    }

    private Optional<ImageSeries> series(String sequence) {
      return open.patientCase().getImageSeries().stream()
          .filter(series -> series.getRole() == SEQUENCES.get(sequence))
          .findFirst();
    }

    private ImagedRegion region(
        String sequence, int reader, ImageSeries series, StructureSet set, SubMonitor progress)
        throws CaseFailure, DicomReadException {
      CaseVoxels voxels = open.voxels();
      Structure structure = structure(set).orElseThrow();
      ContourSet contours =
          voxels
              .contours(set.getReference().getSopInstanceUid(), progress)
              .getOrDefault(structure.getRoiNumber(), new ContourSet(List.of()));
      if (contours.isEmpty()) {
        throw new CaseFailure("The structure " + structureName + " has no contours.");
      }
      ImageVolume image = voxels.image(series.getSeriesInstanceUid(), progress);
      AffineTransform toImage = toImage(set, series);
      if (!toImage.equals(AffineTransform.IDENTITY)) {
        image = PlacedImages.sampled(image, toImage, contours);
      }
      Region region =
          Region.of(ContourRasteriser.rasterise(contours, image.geometry(), executor, progress));
      return new ImagedRegion(sequence, reader, VoxelBlock.of(image), region);
    }

    private AffineTransform toImage(StructureSet set, ImageSeries series) throws CaseFailure {
      String from = set.getFrameOfReference().getUid();
      String to = series.getFrameOfReference().getUid();
      return PlanSnapshot.of(open.patientCase(), 1)
          .frameTransforms()
          .between(from, to)
          .orElseThrow(
              () ->
                  new CaseFailure(
                      "No registration leads from the structure set to the image "
                          + series.getDescription()
                          + "; register them first."));
    }
  }
}
