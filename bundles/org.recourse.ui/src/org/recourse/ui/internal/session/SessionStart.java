/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.eclipse.core.resources.IFile;
import org.eclipse.swt.widgets.Display;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.watch.PlanWatch;
import org.recourse.assistant.watch.WatchThreads;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.ImageSeries;
import org.recourse.model.PatientCase;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.StructureType;
import org.recourse.model.edit.CaseEditing;
import org.recourse.ui.internal.imports.ImportRecord;
import org.recourse.ui.internal.services.EditorServices;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.StructureKey;
import org.recourse.ui.session.ViewingState;

/** Makes the session of a loaded case. UI thread only. */
public final class SessionStart {

  private static final Set<StructureType> TARGETS =
      EnumSet.of(StructureType.GTV, StructureType.CTV, StructureType.PTV);
  private static final Set<StructureType> HIDDEN_AT_FIRST =
      EnumSet.of(StructureType.AVOIDANCE, StructureType.OTHER);

  private SessionStart() {}

  /** Makes the session and starts to watch the plan; the caller closes the watch. */
  public static CaseSession of(
      IFile file, LoadedCase loaded, EditorServices services, Display display) {
    PatientCase patientCase = loaded.openCase().patientCase();
    CaseVoxels voxels = loaded.openCase().voxels();
    var findings = new ArrayList<>(ImportRecord.findings(patientCase));
    findings.addAll(loaded.findings());
    Executor onDisplay = task -> runOn(display, task);
    var computation =
        new NumbersComputation(
            voxels, services.catalogue(), services.protocols(), services.executor());
    var watch =
        new PlanWatch(
            patientCase,
            computation,
            new WatchThreads(onDisplay, new JobExecutor("Updating numbers"), onDisplay));
    var session =
        new CaseSession(
            file,
            loaded.openCase(),
            CaseEditing.newDomain(patientCase),
            watch,
            new ViewingState(firstPositionMm(patientCase, voxels), visibleAtFirst(patientCase)),
            services.executor(),
            findings);
    watch.start();
    return session;
  }

  private static void runOn(Display display, Runnable task) {
    if (!display.isDisposed()) {
      display.asyncExec(task);
    }
  }

  /** Structures of the plan; those of other courses may lie in another frame. */
  private static List<Structure> visibleAtFirst(PatientCase patientCase) {
    Optional<StructureSet> ofPlan = AssessedPlan.of(patientCase).map(Plan::getStructureSet);
    return patientCase.getStructureSets().stream()
        .filter(set -> ofPlan.isEmpty() || ofPlan.get() == set)
        .map(StructureSet::getStructures)
        .flatMap(Collection::stream)
        .filter(structure -> !HIDDEN_AT_FIRST.contains(structure.getType()))
        .toList();
  }

  /** The middle of the first target, else the middle of the image, else the origin. */
  private static Vector3 firstPositionMm(PatientCase patientCase, CaseVoxels voxels) {
    return patientCase.getStructureSets().stream()
        .map(StructureSet::getStructures)
        .flatMap(Collection::stream)
        .filter(structure -> TARGETS.contains(structure.getType()))
        .map(structure -> middleOf(structure, voxels))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> middleOfImage(patientCase, voxels))
        .orElse(Vector3.ZERO);
  }

  private static Optional<Vector3> middleOf(Structure structure, CaseVoxels voxels) {
    StructureKey key = StructureKey.of(structure);
    return voxels
        .contoursIfLoaded(key.structureSetUid())
        .map(contours -> contours.get(key.roiNumber()))
        .filter(contours -> !contours.isEmpty())
        .map(SessionStart::middleOf);
  }

  /** Mean of the contour points of the middle contour: inside the structure along its axis. */
  private static Vector3 middleOf(ContourSet contours) {
    var middle = contours.contours().get(contours.contours().size() / 2);
    Vector3 sumMm = Vector3.ZERO;
    for (int i = 0; i < middle.pointCount(); i++) {
      sumMm = sumMm.plus(middle.pointMm(i));
    }
    return sumMm.times(1.0 / middle.pointCount());
  }

  private static Optional<Vector3> middleOfImage(PatientCase patientCase, CaseVoxels voxels) {
    return PlanningImage.of(patientCase)
        .map(ImageSeries::getSeriesInstanceUid)
        .flatMap(voxels::imageIfLoaded)
        .map(ImageVolume::geometry)
        .map(SessionStart::middleOf);
  }

  private static Vector3 middleOf(GridGeometry geometry) {
    return geometry.toPatientMm(
        (geometry.sizeX() - 1) / 2.0, (geometry.sizeY() - 1) / 2.0, (geometry.sizeZ() - 1) / 2.0);
  }
}
