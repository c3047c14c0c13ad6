/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.Mask;
import org.recourse.planning.beam.BeamFrame;
import org.recourse.planning.beam.TargetBeamlets;
import org.recourse.planning.engine.DoseEngineCatalogue;
import org.recourse.planning.engine.DoseEngineDescription;
import org.recourse.planning.engine.DoseEngineEntry;
import org.recourse.planning.engine.DoseQuestion;
import org.recourse.planning.engine.PencilBeams;
import org.recourse.planning.influence.DoseInfluence;
import org.recourse.planning.influence.InfluenceCache;
import org.recourse.planning.influence.InfluenceKey;
import org.recourse.planning.influence.InfluenceMatrix;
import org.recourse.planning.influence.JoinedInfluence;
import org.recourse.planning.influence.PlannedBeam;
import org.recourse.planning.site.PlanningSite;

/**
 * Computes the dose influence of aimed beams with an installed engine, each beam alone, and keeps
 * it: those of the last answer in memory, those of the pencil beam of this bundle also on disk.
 * When one beam moves the others are not computed again. Thread-safe.
 *
 * <p>Beamlets are those through which a beam sees the target, with a margin of one side.
 */
public final class BeamInfluences {

  /** A beam that was computed. */
  private record Known(DoseEngineDescription engine, DoseInfluence influence) {}

  /** The digest of a patient takes as long as hashing his CT, so the last one is kept. */
  private record Patient(PlanSetup setup, PlanningSite site, InfluenceKey key) {}

  private final DoseEngineCatalogue engines;
  private final Optional<InfluenceCache> cache;
  private Map<String, Known> lastByKey = Map.of();
  private Optional<Patient> lastPatient = Optional.empty();

  /** Without a cache on disk. */
  public BeamInfluences(DoseEngineCatalogue engines) {
    this(engines, Optional.empty());
  }

  public BeamInfluences(DoseEngineCatalogue engines, Optional<InfluenceCache> cache) {
    this.engines = Objects.requireNonNull(engines, "engines");
    this.cache = Objects.requireNonNull(cache, "cache");
  }

  /** Engines to choose from. */
  public List<DoseEngineEntry> engines() {
    return engines.engines();
  }

  /** Contributions and stored files that could not be used. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(engines.findings());
    cache.ifPresent(files -> findings.addAll(files.findings()));
    return findings;
  }

  /**
   * @param target voxels that the beamlets are to cover, on the grid of the site
   * @throws PlanningException if the engine is not installed or fails
   * @throws org.eclipse.core.runtime.OperationCanceledException if the monitor is cancelled
   */
  public synchronized AimedBeams of(
      PlanSetup setup,
      List<BeamAim> aims,
      PlanningSite site,
      Mask target,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws PlanningException {
    if (aims.isEmpty()) {
      throw new PlanningException("There is no beam; add one.");
    }
    requireInstalled(setup.engineId());
    SubMonitor progress = SubMonitor.convert(monitor, "Dose influence", aims.size());
    InfluenceKey patient = patientKey(setup, site);
    Map<String, Known> knownByKey = new LinkedHashMap<>();
    List<PlannedBeam> beams = new ArrayList<>();
    List<Known> influences = new ArrayList<>();
    for (BeamAim aim : aims) {
      PlannedBeam beam = beam(setup, aim, target);
      String key = patient.of(beam);
      progress.subTask(aim.name());
      SubMonitor step = progress.split(1);
      Known known = lastByKey.get(key);
      if (known == null) {
        known = known(setup, beam, key, site, executor, step);
      }
      knownByKey.put(key, known);
      beams.add(beam);
      influences.add(known);
    }
    lastByKey = knownByKey;
    DoseInfluence joined = JoinedInfluence.of(influences.stream().map(Known::influence).toList());
    return new AimedBeams(setup, influences.getFirst().engine(), aims, beams, joined);
  }

  private void requireInstalled(String engineId) throws PlanningException {
    List<String> ids = engines.engines().stream().map(DoseEngineEntry::id).toList();
    if (!ids.contains(engineId)) {
      throw new PlanningException(
          "There is no dose engine "
              + engineId
              + "; installed are "
              + String.join(", ", ids)
              + ".");
    }
  }

  private InfluenceKey patientKey(PlanSetup setup, PlanningSite site) {
    if (lastPatient.isEmpty()
        || !lastPatient.get().setup().equals(setup)
        || lastPatient.get().site() != site) {
      InfluenceKey key =
          InfluenceKey.of(
              setup.engineId(), setup.machine(), setup.cutOffMm(), site.density(), site.body());
      lastPatient = Optional.of(new Patient(setup, site, key));
    }
    return lastPatient.get().key();
  }

  private static PlannedBeam beam(PlanSetup setup, BeamAim aim, Mask target) {
    BeamFrame frame =
        BeamFrame.of(
            aim.angles(),
            setup.position(),
            aim.isocentreMm(),
            setup.machine().sourceAxisDistanceMm());
    return new PlannedBeam(
        frame, TargetBeamlets.of(frame, target, setup.beamletMm(), setup.beamletMm()));
  }

  private Known known(
      PlanSetup setup,
      PlannedBeam beam,
      String key,
      PlanningSite site,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws PlanningException {
    boolean own = setup.engineId().equals(PencilBeams.ID);
    if (own && cache.isPresent()) {
      Optional<InfluenceMatrix> stored =
          cache.get().read(key, setup.machine(), setup.cutOffMm(), beam, site.body());
      if (stored.isPresent()) {
        return new Known(new PencilBeams().description(), stored.get());
      }
    }
    var question =
        new DoseQuestion(
            setup.machine(), List.of(beam), site.density(), site.body(), setup.cutOffMm());
    return switch (engines.compute(setup.engineId(), question, executor, monitor)) {
      case DoseEngineCatalogue.Answer.Computed(
              DoseEngineDescription engine,
              DoseInfluence influence) -> {
        if (own && influence instanceof InfluenceMatrix matrix) {
          cache.ifPresent(files -> files.write(key, matrix));
        }
        yield new Known(engine, influence);
      }
      case DoseEngineCatalogue.Answer.Failed failed ->
          throw new PlanningException(failed.finding().text());
    };
  }
}
