/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.numbers.DoseAttributions;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.finding.Finding;
import org.recourse.tuning.internal.voxels.StructureVoxels;

/**
 * Proposes weights of the beams: once without any loss of coverage, once down to the limits, and
 * once beyond them to show what stands in the way.
 */
final class WeightProposals {

  private static final double BEYOND_PERCENT = 3;

  private final PlanEvaluation evaluation;
  private final DoseAttributions attributions;
  private final RowReading reading;

  WeightProposals(PlanEvaluation evaluation) {
    this.evaluation = evaluation;
    CaseModels models = evaluation.models();
    attributions =
        new DoseAttributions(
            models.risks(), models.parameters(), evaluation.voxels(), models.executor());
    reading = new RowReading(new StructureVoxels(evaluation.voxels(), models.executor()));
  }

  /** Depth of the search for one model. */
  private record Mode(String words, boolean keepCoverage, double relaxedPercent) {}

  private static final List<Mode> MODES =
      List.of(
          new Mode("coverage kept", true, 0),
          new Mode("coverage to its limits", false, 0),
          new Mode("beyond the limits of coverage", false, BEYOND_PERCENT));

  List<Candidate> candidates(
      PlanNumbers before,
      List<String> modelIds,
      SearchSettings settings,
      List<Finding> findings,
      IProgressMonitor monitor) {
    SubMonitor progress =
        SubMonitor.convert(monitor, "Beam weights", 5 + MODES.size() * modelIds.size());
    List<Candidate> candidates = new ArrayList<>();
    try {
      Optional<BeamBasis> basis =
          BeamBasis.of(
              before, evaluation.voxels(), evaluation.models().executor(), progress.split(2));
      if (basis.isEmpty()) {
        findings.add(
            Finding.info(
                "The plan has no dose for each of its beams, so weights are not proposed. Export"
                    + " the beam doses from the planning system.",
                ""));
        return candidates;
      }
      Map<String, BeamRows> rows = rows(before, basis.get(), progress.split(3));
      for (String modelId : modelIds) {
        candidates.addAll(ofModel(modelId, before, basis.get(), rows, settings, progress));
      }
    } catch (DicomReadException e) {
      findings.add(Finding.error(e.getMessage(), ""));
    }
    return candidates;
  }

  private List<Candidate> ofModel(
      String modelId,
      PlanNumbers before,
      BeamBasis basis,
      Map<String, BeamRows> rows,
      SearchSettings settings,
      SubMonitor progress) {
    var search = new WeightSearch(evaluation, basis, new RiskSlope(basis, attributions), rows);
    var limits = new WeightLimits(before, settings.limits(), rows, basis.weight());
    double enough = settings.targetRisk().orElse(0);
    List<Candidate> candidates = new ArrayList<>();
    OptionalDouble lowest = WeightSearch.risk(modelId, before);
    for (Mode mode : MODES) {
      SubMonitor step = progress.split(1);
      if (lowest.isEmpty() || lowest.getAsDouble() <= enough) {
        continue;
      }
      Optional<WeightSearch.Found> found =
          search.search(
              modelId,
              before,
              limits.all(mode.keepCoverage(), mode.relaxedPercent()),
              enough,
              step);
      if (found.isPresent() && isLower(found.get().risk(), candidates, lowest.getAsDouble())) {
        candidates.add(candidate(modelId, mode, basis, found.get()));
        lowest = OptionalDouble.of(found.get().risk());
      }
    }
    return candidates;
  }

  private static boolean isLower(double risk, List<Candidate> known, double lowest) {
    return known.isEmpty() || risk < lowest - 1e-4;
  }

  private static Candidate candidate(
      String modelId, Mode mode, BeamBasis basis, WeightSearch.Found found) {
    return new Candidate(
        ProposalKind.BEAM_WEIGHTS,
        "Beam weights, " + mode.words(),
        basis.edit(found.weight()),
        Optional.of(modelId));
  }

  private Map<String, BeamRows> rows(PlanNumbers before, BeamBasis basis, IProgressMonitor monitor)
      throws DicomReadException {
    SubMonitor progress = SubMonitor.convert(monitor, before.structures().size());
    Map<String, BeamRows> rows = new LinkedHashMap<>();
    for (StructureNumbers one : before.structures()) {
      SubMonitor step = progress.split(1);
      boolean body =
          switch (one.structure().type()) {
            case EXTERNAL, AVOIDANCE -> true;
            case ORGAN, GTV, CTV, PTV, OTHER -> false;
          };
      if (!body) {
        reading
            .of(one.structure(), before, basis, step)
            .ifPresent(own -> rows.put(one.structure().name(), own));
      }
    }
    return rows;
  }
}
