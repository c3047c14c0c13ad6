/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.voxels;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.aoju.bus.image.Tag;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.dicom.internal.toolkit.DicomFiles;
import org.recourse.dicom.internal.voxels.ContourReader;
import org.recourse.dicom.internal.voxels.DoseReader;
import org.recourse.dicom.internal.voxels.ImageStackReader;
import org.recourse.dicom.internal.voxels.SourceCheck;
import org.recourse.dicom.write.GenerationAlgorithm;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.DicomReference;
import org.recourse.model.DoseDistribution;
import org.recourse.model.ImageSeries;
import org.recourse.model.StructureSet;

/**
 * Reads what the model refers to from the DICOM files of a case folder. Stateless and thread-safe.
 *
 * <p>All positions are patient LPS in mm, in the frame of reference the model names. Slices run
 * along the cross product of row and column direction.
 */
public final class DicomVoxels {

  /**
   * Reads an image series: Hounsfield units for CT, rescaled stored values otherwise. Only the
   * instances named by the model are read. Unequally spaced slices are interpolated linearly along
   * the normal onto the finest distance that occurs; the import has a finding where this is so.
   */
  public ImageVolume readImage(
      Path caseFolder, ImageSeries series, SliceExecutor executor, IProgressMonitor monitor)
      throws DicomReadException {
    SubMonitor progress = SubMonitor.convert(monitor, "Reading " + series.getDescription(), 1);
    ImageVolume volume = new ImageStackReader(caseFolder, executor).read(series, progress);
    progress.worked(1);
    return volume;
  }

  /**
   * Reads a dose grid in Gy, for all fractions or one as its summation says. Unequally spaced
   * planes are interpolated linearly onto the finest distance that occurs.
   *
   * @throws DicomReadException also if the grid is in relative units, so that it is never taken for
   *     gray
   */
  public DoseGrid readDose(Path caseFolder, DoseDistribution dose, IProgressMonitor monitor)
      throws DicomReadException {
    SubMonitor progress = SubMonitor.convert(monitor, "Reading dose", 1);
    DicomReference reference = SourceCheck.reference(caseFolder, dose.getReference());
    Path file = caseFolder.resolve(reference.getRelativePath());
    return new DoseReader().read(file, reference.getSopInstanceUid(), progress);
  }

  /**
   * Reads one RTDOSE file by itself.
   *
   * @throws DicomReadException if it is no RTDOSE object, or not in Gy; it names file and attribute
   */
  public DoseFile readDoseFile(Path file, IProgressMonitor monitor) throws DicomReadException {
    return new DoseReader().readFile(file, SubMonitor.convert(monitor, "Reading " + file, 1));
  }

  /** Reads the closed planar contours of all structures, by ROI number; a set may be empty. */
  public Map<Integer, ContourSet> readContours(
      Path caseFolder, StructureSet structures, IProgressMonitor monitor)
      throws DicomReadException {
    SubMonitor progress = SubMonitor.convert(monitor, "Reading structures", 1);
    DicomReference reference = SourceCheck.reference(caseFolder, structures.getReference());
    Path file = caseFolder.resolve(reference.getRelativePath());
    Dataset object = Dataset.of(DicomFiles.readHeader(file));
    SourceCheck.identity(object, reference.getSopInstanceUid());
    progress.checkCanceled();
    Map<Integer, ContourSet> contours = new ContourReader().readAll(object);
    progress.worked(1);
    return contours;
  }

  /**
   * Reads who drew the structures of an RTSTRUCT file, by ROI number; structures of which the file
   * does not say so are left out.
   */
  public Map<Integer, GenerationAlgorithm> readGenerationAlgorithms(Path file)
      throws DicomReadException {
    Dataset object = Dataset.of(DicomFiles.readHeader(file));
    var algorithms = new HashMap<Integer, GenerationAlgorithm>();
    for (Dataset roi : object.items(Tag.StructureSetROISequence)) {
      int number = roi.requiredInteger(Tag.ROINumber);
      roi.text(Tag.ROIGenerationAlgorithm)
          .flatMap(GenerationAlgorithm::ofTerm)
          .ifPresent(algorithm -> algorithms.put(number, algorithm));
    }
    return Map.copyOf(algorithms);
  }
}
