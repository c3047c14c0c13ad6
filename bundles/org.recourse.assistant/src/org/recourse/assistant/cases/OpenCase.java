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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.Course;
import org.recourse.model.DicomReference;
import org.recourse.model.DoseDistribution;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;

/**
 * A case that is open: folder, model and voxels. The model is mutable and belongs to the thread
 * that edits it; {@link #voxels()} is thread-safe. Background work takes a {@link
 * org.recourse.assistant.numbers.PlanSnapshot}, never the model.
 */
public final class OpenCase {

  private final Path folder;
  private final PatientCase patientCase;
  private final CaseVoxels voxels;

  /** Joins a model with its voxels; the caller has loaded or made the model. */
  public OpenCase(Path folder, PatientCase patientCase, CaseVoxels voxels) {
    this.folder = Objects.requireNonNull(folder, "folder");
    this.patientCase = Objects.requireNonNull(patientCase, "patientCase");
    this.voxels = Objects.requireNonNull(voxels, "voxels");
  }

  /**
   * Opens a case folder; voxels are not read yet.
   *
   * @param executor used when voxels are read; the caller closes it after the case
   */
  public static OpenCase load(Path folder, CaseStore store, SliceExecutor executor)
      throws CaseStoreException {
    return of(folder, store.load(folder), executor);
  }

  /** Opens a model whose DICOM files lie in the folder; voxels are not read yet. */
  public static OpenCase of(Path folder, PatientCase patientCase, SliceExecutor executor) {
    var source = new DicomVoxelSource(folder, patientCase, executor);
    return new OpenCase(folder, patientCase, new CaseVoxels(source, Optional.of(folder)));
  }

  public Path folder() {
    return folder;
  }

  public PatientCase patientCase() {
    return patientCase;
  }

  public CaseVoxels voxels() {
    return voxels;
  }

  /**
   * Reads every dose and every contour of the case, so that the first numbers come without a wait.
   * What cannot be read becomes a finding; it never stops the rest. Images are left to the views.
   */
  public List<Finding> preload(IProgressMonitor monitor) {
    List<StructureSet> sets = List.copyOf(patientCase.getStructureSets());
    List<DoseDistribution> doses =
        patientCase.getCourses().stream()
            .map(Course::getPlans)
            .flatMap(Collection::stream)
            .map(Plan::getDoses)
            .flatMap(Collection::stream)
            .filter(dose -> !dose.isRelative())
            .toList();
    SubMonitor progress =
        SubMonitor.convert(monitor, "Reading contours and doses", sets.size() + doses.size());
    List<Finding> findings = new ArrayList<>();
    for (StructureSet set : sets) {
      read(set.getReference(), findings, uid -> voxels.contours(uid, progress.split(1)));
    }
    for (StructureSet set : sets) {
      set.getStructures().forEach(structure -> readEdited(structure, findings, progress));
    }
    for (DoseDistribution dose : doses) {
      read(dose.getReference(), findings, uid -> voxels.dose(uid, progress.split(1)));
    }
    return List.copyOf(findings);
  }

  private void readEdited(Structure structure, List<Finding> findings, IProgressMonitor monitor) {
    if (structure.isSetContourDigest()) {
      try {
        voxels.contours("", structure.getRoiNumber(), structure.getContourDigest(), monitor);
      } catch (DicomReadException e) {
        findings.add(Finding.error(e.getMessage(), String.valueOf(structure.getName())));
      }
    }
  }

  /**
   * Writes the contours that were drawn here, so that the case file may be saved that names them.
   * Called on the model's thread.
   */
  public void saveContours() throws IOException {
    voxels.saveContours(
        patientCase.getStructureSets().stream()
            .map(StructureSet::getStructures)
            .flatMap(Collection::stream)
            .filter(Structure::isSetContourDigest)
            .map(Structure::getContourDigest)
            .toList());
  }

  /** One reading that may fail. */
  @FunctionalInterface
  private interface Reading {
    void of(String uid) throws DicomReadException;
  }

  private static void read(DicomReference reference, List<Finding> findings, Reading reading) {
    if (reference == null || reference.getSopInstanceUid() == null) {
      return;
    }
    try {
      reading.of(reference.getSopInstanceUid());
    } catch (DicomReadException e) {
      findings.add(Finding.error(e.getMessage(), String.valueOf(reference.getRelativePath())));
    }
  }
}
