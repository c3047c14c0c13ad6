/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.registration.SpatialMap;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.PointMap;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;

/**
 * The voxels and contours of a case, loaded when first asked for and then kept. Thread-safe; two
 * threads that ask for the same object at once wait for one reading of it.
 *
 * <p>Images are named by Series Instance UID, structure sets and doses by SOP Instance UID.
 */
public final class CaseVoxels {

  private static final ContourSet NO_CONTOURS = new ContourSet(List.of());

  private final VoxelSource source;
  private final EditedContours edited;
  private final Object reading = new Object(); // one reader at a time: the disk is one
  private final Map<String, ImageVolume> images = new HashMap<>();
  private final Map<String, Map<Integer, ContourSet>> contours = new HashMap<>();
  private final Map<String, DoseGrid> doses = new HashMap<>();
  private final Map<String, SpatialMap> deformations = new HashMap<>();

  /** Voxels of a case that lies in no folder: contours drawn here cannot be saved. */
  public CaseVoxels(VoxelSource source) {
    this(source, Optional.empty());
  }

  /**
   * Voxels of a case.
   *
   * @param caseFolder where contours that were drawn here are saved; empty if nowhere
   */
  public CaseVoxels(VoxelSource source, Optional<Path> caseFolder) {
    this.source = Objects.requireNonNull(source, "source");
    edited = new EditedContours(caseFolder);
  }

  /** Returns the image if it has been loaded; never reads a file, so the UI thread may ask. */
  public Optional<ImageVolume> imageIfLoaded(String seriesInstanceUid) {
    return known(images, seriesInstanceUid);
  }

  /** Returns the contours if they have been loaded; never reads a file. */
  public Optional<Map<Integer, ContourSet>> contoursIfLoaded(String structureSetUid) {
    return known(contours, structureSetUid);
  }

  /**
   * Returns the contours of one structure if they have been loaded; never reads a file.
   *
   * @param contourDigest contours that were drawn here; empty text for those of the structure set
   */
  public Optional<ContourSet> contoursIfLoaded(
      String structureSetUid, int roiNumber, String contourDigest) {
    return contourDigest.isEmpty()
        ? contoursIfLoaded(structureSetUid).map(byNumber -> byNumber.get(roiNumber))
        : edited.ifKnown(contourDigest);
  }

  /** Returns the dose as imported, Gy, if it has been loaded; never reads a file. */
  public Optional<DoseGrid> doseIfLoaded(String doseUid) {
    return known(doses, doseUid);
  }

  /**
   * Returns an image, reading it if needed.
   *
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled; a
   *     later call starts afresh
   */
  public ImageVolume image(String seriesInstanceUid, IProgressMonitor monitor)
      throws DicomReadException {
    return loaded(images, seriesInstanceUid, source::readImage, monitor);
  }

  /** Returns the contours of a structure set by ROI number, reading them if needed. */
  public Map<Integer, ContourSet> contours(String structureSetUid, IProgressMonitor monitor)
      throws DicomReadException {
    return loaded(
        contours,
        structureSetUid,
        (uid, progress) -> Map.copyOf(source.readContours(uid, progress)),
        monitor);
  }

  /**
   * Returns the contours of one structure, reading them if needed; none if the structure set has
   * none for it.
   *
   * @param structureSetUid structure set; empty text for structures that were made here
   * @param contourDigest contours that were drawn here; empty text for those of the structure set
   */
  public ContourSet contours(
      String structureSetUid, int roiNumber, String contourDigest, IProgressMonitor monitor)
      throws DicomReadException {
    if (!contourDigest.isEmpty()) {
      return edited.contours(contourDigest);
    }
    return structureSetUid.isEmpty()
        ? NO_CONTOURS
        : contours(structureSetUid, monitor).getOrDefault(roiNumber, NO_CONTOURS);
  }

  /**
   * Keeps contours that were drawn or made here and returns their digest, by which the model names
   * them ({@code Structure.contourDigest}). They are on disk after {@link #saveContours} only.
   */
  public String keep(ContourSet contours) {
    return edited.add(contours);
  }

  /**
   * Writes contours that were drawn here and have no file yet. Call it before the case file that
   * names them is saved.
   */
  public void saveContours(Collection<String> contourDigests) throws IOException {
    edited.save(contourDigests);
  }

  /**
   * Keeps a dose that was written into the case folder after the case was opened, so that it is
   * known like one that was there.
   *
   * @param doseUid SOP Instance UID of its file
   */
  public void keepDose(String doseUid, DoseGrid doseGy) {
    synchronized (doses) {
      doses.put(Objects.requireNonNull(doseUid, "doseUid"), Objects.requireNonNull(doseGy));
    }
  }

  /** Forgets a dose; a later question reads it again. */
  public void forgetDose(String doseUid) {
    synchronized (doses) {
      doses.remove(doseUid);
    }
  }

  /** Returns a dose grid as imported, Gy, reading it if needed. */
  public DoseGrid dose(String doseUid, IProgressMonitor monitor) throws DicomReadException {
    return loaded(doses, doseUid, source::readDose, monitor);
  }

  /**
   * Returns the map of a way between two frames, reading the files of its deformations if needed.
   */
  public PointMap map(DoseRoute route, IProgressMonitor monitor) throws DicomReadException {
    List<PointMap> maps = new ArrayList<>();
    for (DoseRoute.Step step : route.steps()) {
      switch (step) {
        case DoseRoute.Rigid rigid -> maps.add(rigid.matrix());
        case DoseRoute.Deformable(DeformationLink link, boolean inverted) ->
            maps.add(
                new DeformationMap(
                    link.id(),
                    loaded(
                        deformations,
                        link.id(),
                        (id, progress) -> source.readDeformation(link, progress),
                        monitor),
                    inverted));
      }
    }
    return ChainedMap.of(maps);
  }

  /** Reading of one kind of object. */
  @FunctionalInterface
  private interface Reading<V> {
    V read(String uid, IProgressMonitor monitor) throws DicomReadException;
  }

  private static <V> Optional<V> known(Map<String, V> kept, String uid) {
    synchronized (kept) {
      return Optional.ofNullable(kept.get(uid));
    }
  }

  private <V> V loaded(Map<String, V> kept, String uid, Reading<V> reader, IProgressMonitor monitor)
      throws DicomReadException {
    Optional<V> known = known(kept, uid);
    if (known.isPresent()) {
      return known.get();
    }
    synchronized (reading) {
      Optional<V> meanwhile = known(kept, uid);
      if (meanwhile.isPresent()) {
        return meanwhile.get();
      }
      V value = reader.read(uid, monitor);
      synchronized (kept) {
        kept.put(uid, value);
      }
      return value;
    }
  }
}
