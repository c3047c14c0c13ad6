/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.planning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.CaseVoxels;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.planning.influence.BeamDoses;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.planning.medium.DensityTable;
import org.recourse.planning.optimisation.PlanOptimisation;
import org.recourse.planning.plan.AimedBeams;
import org.recourse.planning.plan.BeamAim;
import org.recourse.planning.plan.BeamInfluences;
import org.recourse.planning.plan.BeamWeighting;
import org.recourse.planning.plan.FluencePlanning;
import org.recourse.planning.plan.PlanListener;
import org.recourse.planning.plan.PlanOutcome;
import org.recourse.planning.plan.PlanSetup;
import org.recourse.planning.plan.PlanTask;
import org.recourse.planning.plan.PlanningException;
import org.recourse.planning.site.PlanningSite;
import org.recourse.planning.wishes.PlanWishes;

/**
 * Planning for one patient: structures and densities are prepared once; beams, wishes and plans
 * follow as often as wanted. Works on values captured before, so every method may run in the
 * background; methods may be called by several threads.
 *
 * <pre>
 *   source  = PlanningSource.of(patientCase, structureSet)       // model's thread
 *   session = PlanningSession.open(source, voxels, spacingMm, influences, executor, monitor)
 *   aimed   = session.aim(setup, BeamAim.all(angles, session.centreMm(targets)), targets, monitor)
 *   task    = session.task(wishes, monitor)
 *   outcome = session.optimise(aimed, task, optimisation, Optional.empty(), listener, monitor)
 *   plan    = new PlanIntoCase(...).write(outcome, ..., monitor)
 *   command = PlanIntoCase.asNewCourse(domain, ...)              // model's thread, one undo step
 * </pre>
 */
public final class PlanningSession {

  private final PlanningSource source;
  private final Map<String, ContourSet> contours;
  private final PlanningSite site;
  private final BeamInfluences influences;
  private final CaseBackground background;
  private final SliceExecutor executor;

  private PlanningSession(
      PlanningSource source,
      Map<String, ContourSet> contours,
      PlanningSite site,
      BeamInfluences influences,
      CaseBackground background,
      SliceExecutor executor) {
    this.source = source;
    this.contours = contours;
    this.site = site;
    this.influences = influences;
    this.background = background;
    this.executor = executor;
  }

  /**
   * Reads CT and contours and prepares the patient on a dose grid around the body.
   *
   * @param spacingMm of the dose grid, above 0
   */
  public static PlanningSession open(
      PlanningSource source,
      CaseVoxels voxels,
      double spacingMm,
      BeamInfluences influences,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws DicomReadException {
    SubMonitor progress = SubMonitor.convert(monitor, "Reading images and structures", 100);
    Read read = Read.of(source, voxels, progress.split(60));
    PlanningSite site =
        PlanningSite.of(
            read.ct(),
            DensityTable.bilinear(),
            read.contours(),
            source.bodyName(),
            spacingMm,
            executor,
            progress.split(40));
    return of(source, read, site, voxels, influences, executor);
  }

  /** The same on a given dose grid, such as that of imported beam doses. */
  public static PlanningSession on(
      GridGeometry grid,
      PlanningSource source,
      CaseVoxels voxels,
      BeamInfluences influences,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws DicomReadException {
    SubMonitor progress = SubMonitor.convert(monitor, "Reading images and structures", 100);
    Read read = Read.of(source, voxels, progress.split(60));
    PlanningSite site =
        PlanningSite.on(
            grid,
            read.ct(),
            DensityTable.bilinear(),
            read.contours(),
            source.bodyName(),
            executor,
            progress.split(40));
    return of(source, read, site, voxels, influences, executor);
  }

  private static PlanningSession of(
      PlanningSource source,
      Read read,
      PlanningSite site,
      CaseVoxels voxels,
      BeamInfluences influences,
      SliceExecutor executor) {
    var background =
        new CaseBackground(source.snapshot(), voxels, site.grid(), source.frameUid(), executor);
    return new PlanningSession(source, read.contours(), site, influences, background, executor);
  }

  /** CT and contours. */
  private record Read(ImageVolume ct, Map<String, ContourSet> contours) {

    static Read of(PlanningSource source, CaseVoxels voxels, IProgressMonitor monitor)
        throws DicomReadException {
      SubMonitor progress = SubMonitor.convert(monitor, source.regions().size() + 10);
      ImageVolume ct = voxels.image(source.ctSeriesUid(), progress.split(10));
      Map<String, ContourSet> contours = new LinkedHashMap<>();
      for (PlanningSource.Region region : source.regions()) {
        contours.put(
            region.name(),
            voxels.contours(
                source.structureSetUid(),
                region.roiNumber(),
                region.contourDigest(),
                progress.split(1)));
      }
      return new Read(ct, contours);
    }
  }

  public PlanningSource source() {
    return source;
  }

  /** The patient on the dose grid. */
  public PlanningSite site() {
    return site;
  }

  /** Contours of every structure by name, patient mm. */
  public Map<String, ContourSet> contours() {
    return java.util.Collections.unmodifiableMap(contours);
  }

  /**
   * Middle of these targets together, the usual isocentre.
   *
   * @throws PlanningFileException if a target is missing, or all are empty
   */
  public Vector3 centreMm(List<String> targets) throws PlanningFileException {
    requireTargets(targets);
    return PlanningSite.centreMm(site.union(targets));
  }

  /**
   * Computes the dose of the beamlets through which the beams see the targets.
   *
   * @throws PlanningException if the dose engine is not installed or fails, or there is no beam
   * @throws PlanningFileException if a target is missing or all are empty
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public AimedBeams aim(
      PlanSetup setup, List<BeamAim> beams, List<String> targets, IProgressMonitor monitor)
      throws PlanningException, PlanningFileException {
    requireTargets(targets);
    return influences.of(setup, beams, site, site.union(targets), executor, monitor);
  }

  private void requireTargets(List<String> targets) throws PlanningFileException {
    for (String target : targets) {
      if (!site.structures().containsKey(target)) {
        throw new PlanningFileException("there is no target " + target);
      }
    }
    if (targets.isEmpty() || site.union(targets).voxelCount() == 0) {
      throw new PlanningFileException(
          "the targets " + String.join(", ", targets) + " hold no voxel of the dose grid");
    }
  }

  /**
   * Makes the problem from wishes; those on cumulative EQD2 take the previous courses of the case.
   *
   * @throws PlanningFileException if a wish does not fit the patient
   */
  public PlanTask task(PlanWishes wishes, IProgressMonitor monitor) throws PlanningFileException {
    return PlanTask.of(
        wishes,
        site,
        (alphaBetaGy, voxels, shiftsMm) ->
            background.eqd2Gy(alphaBetaGy, voxels, shiftsMm, monitor));
  }

  /** Reservations about the previous courses that {@link #task} used so far. */
  public List<Finding> findings() {
    return background.findings();
  }

  /**
   * Optimises and makes deliverable; a cancelled search keeps its best plan.
   *
   * @param optimisation the search, such as {@link PlanOptimisation#standard()}
   * @param start fluence of an earlier {@link PlanOutcome} with the same beamlets, for a warm start
   */
  public PlanOutcome optimise(
      AimedBeams aimed,
      PlanTask task,
      PlanOptimisation optimisation,
      int levels,
      Optional<double[]> start,
      PlanListener listener,
      IProgressMonitor monitor) {
    return new FluencePlanning(optimisation, levels, executor)
        .plan(aimed, task, start, listener, monitor);
  }

  /**
   * Optimises the weights of imported beams; a cancelled search keeps its best weights.
   *
   * @param doses see {@link org.recourse.assistant.numbers.BeamDoseGrids}, on the grid of this
   *     session
   * @param start first weights, such as those of the plan
   */
  public BeamWeighting.Outcome weigh(
      List<DoseGrid> doses,
      PlanTask task,
      PlanOptimisation optimisation,
      double[] start,
      PlanListener listener,
      IProgressMonitor monitor) {
    return new BeamWeighting(optimisation, executor)
        .weigh(new BeamDoses(doses), task, start, listener, monitor);
  }
}
