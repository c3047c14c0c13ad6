/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.optimise;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.assistant.cases.FrameTransforms;
import org.recourse.assistant.numbers.CourseState;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.planning.PlanningSession;
import org.recourse.assistant.planning.PlanningSource;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.CourseKind;
import org.recourse.planning.engine.DoseEngineCatalogue;
import org.recourse.planning.plan.BeamInfluences;

/**
 * The prepared patients of the open cases: structures and densities on a dose grid are made once
 * and again only when they change. Thread-safe; a second asker waits for the first.
 */
@Component(service = PlanningSessions.class)
public final class PlanningSessions {

  private final BeamInfluences influences;
  private final Map<CaseVoxels, Prepared> prepared = new WeakHashMap<>();

  /** What a prepared patient depends on. */
  private record Key(
      String ctSeriesUid,
      String structureSetUid,
      List<PlanningSource.Region> regions,
      String bodyName,
      double spacingMm,
      List<CourseState> previous,
      List<FrameTransforms.Link> registrations) {

    static Key of(PlanningSource source, double spacingMm) {
      PlanSnapshot snapshot = source.snapshot();
      return new Key(
          source.ctSeriesUid(),
          source.structureSetUid(),
          source.regions(),
          source.bodyName(),
          spacingMm,
          snapshot.courses().stream()
              .filter(course -> course.kind() == CourseKind.PREVIOUS)
              .toList(),
          snapshot.registrations());
    }
  }

  private record Prepared(Key key, PlanningSession session) {}

  @Activate
  public PlanningSessions(@Reference DoseEngineCatalogue engines) {
    influences = new BeamInfluences(Objects.requireNonNull(engines, "engines"));
  }

  /**
   * Returns the prepared patient.
   *
   * @param spacingMm of the dose grid
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public synchronized PlanningSession of(
      PlanningSource source,
      CaseVoxels voxels,
      double spacingMm,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws DicomReadException {
    Key key = Key.of(source, spacingMm);
    Prepared known = prepared.get(voxels);
    if (known != null && known.key().equals(key)) { // null: not prepared yet
      return known.session();
    }
    PlanningSession made =
        PlanningSession.open(source, voxels, spacingMm, influences, executor, monitor);
    prepared.put(voxels, new Prepared(key, made));
    return made;
  }
}
