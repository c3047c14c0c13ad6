/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.numbers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.bands.RiskBand;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.conversion.Tissue;
import org.recourse.registration.uncertainty.MetricBand;
import org.recourse.risk.MrSequence;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskStructure;
import org.recourse.risk.RiskValue;
import org.recourse.risk.RiskVoxels;
import org.recourse.risk.StructureDose;

/**
 * Asks the risk models again with the doses of every scenario. Only models that ask for the
 * cumulative dose of a structure have an interval; one that looks at voxels besides, which takes
 * long, is asked for the worst cases only. Used once, by one thread.
 */
final class RiskBandRun {

  /** What a model asked for. */
  private static final class Asked {

    private volatile boolean dose;
    private volatile boolean voxels;
  }

  private record Key(int place, Tissue tissue, ScenarioDoses.Scenario scenario) {}

  private final NumbersRun.Tools tools;
  private final PlanNumbers numbers;
  private final ScenarioDoses doses;
  private final List<BandsRun.Located> located;
  private final Map<Key, StructureDose> known = new ConcurrentHashMap<>();

  RiskBandRun(
      NumbersRun.Tools tools,
      PlanNumbers numbers,
      ScenarioDoses doses,
      List<BandsRun.Located> located) {
    this.tools = tools;
    this.numbers = numbers;
    this.doses = doses;
    this.located = located;
  }

  List<RiskBand> compute(IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, numbers.risks().size());
    List<RiskBand> bands = new ArrayList<>();
    for (RiskAssessment risk : numbers.risks()) {
      progress.checkCanceled();
      if (risk.result() instanceof RiskResult.Assessed) {
        band(risk, progress).ifPresent(bands::add);
      }
      progress.worked(1);
    }
    return bands;
  }

  private Optional<RiskBand> band(RiskAssessment risk, IProgressMonitor monitor) {
    String id = risk.model().id();
    var asked = new Asked();
    Optional<RiskValue> value =
        answer(id, new ScenarioDoses.Scenario.AsRegistered(), asked, monitor);
    OptionalDouble low = number(id, new ScenarioDoses.Scenario.Worst(false), asked, monitor);
    OptionalDouble high = number(id, new ScenarioDoses.Scenario.Worst(true), asked, monitor);
    if (!asked.dose || value.isEmpty() || low.isEmpty() || high.isEmpty()) {
      return Optional.empty();
    }
    double nominal = number(value.get());
    double[] ends = {nominal, low.getAsDouble(), high.getAsDouble()};
    return Optional.of(
        new RiskBand(
            id,
            kind(value.get()),
            nominal,
            Arrays.stream(ends).min().orElseThrow(),
            Arrays.stream(ends).max().orElseThrow(),
            asked.voxels ? Optional.empty() : sampled(id, nominal, monitor)));
  }

  private Optional<RiskBand.Sampled> sampled(String id, double nominal, IProgressMonitor monitor) {
    double[] drawn = new double[ScenarioDoses.SAMPLES];
    for (int i = 0; i < drawn.length; i++) {
      OptionalDouble number = number(id, new ScenarioDoses.Scenario.Drawn(i), new Asked(), monitor);
      if (number.isEmpty()) {
        return Optional.empty();
      }
      drawn[i] = number.getAsDouble();
    }
    var band = MetricBand.of(nominal, nominal, nominal, drawn, List.of());
    return Optional.of(
        new RiskBand.Sampled(band.sampledMean(), band.percentile2(), band.percentile97()));
  }

  private OptionalDouble number(
      String id, ScenarioDoses.Scenario scenario, Asked asked, IProgressMonitor monitor) {
    Optional<RiskValue> value = answer(id, scenario, asked, monitor);
    return value.isPresent() ? OptionalDouble.of(number(value.get())) : OptionalDouble.empty();
  }

  private Optional<RiskValue> answer(
      String id, ScenarioDoses.Scenario scenario, Asked asked, IProgressMonitor monitor) {
    return tools.catalogue().assess(id, input(scenario, asked), monitor).result()
            instanceof RiskResult.Assessed assessed
        ? Optional.of(assessed.value())
        : Optional.empty();
  }

  private static double number(RiskValue value) {
    return switch (value) {
      case RiskValue.Probability probability -> probability.fraction();
      case RiskValue.Score score -> score.score();
      case RiskValue.Category category -> category.raised() ? 1 : 0;
    };
  }

  private static RiskBand.Kind kind(RiskValue value) {
    return switch (value) {
      case RiskValue.Probability probability -> RiskBand.Kind.PROBABILITY;
      case RiskValue.Score score -> RiskBand.Kind.SCORE;
      case RiskValue.Category category -> RiskBand.Kind.CATEGORY;
    };
  }

  private RiskInput input(ScenarioDoses.Scenario scenario, Asked asked) {
    PlanSnapshot snapshot = numbers.snapshot();
    List<RiskStructure> structures = new ArrayList<>();
    for (int i = 0; i < located.size(); i++) {
      int place = i;
      StructureState structure = located.get(i).numbers().structure();
      if (!structure.name().isBlank()) {
        structures.add(
            new RiskStructure(
                structure.name(),
                structure.tg263Name(),
                RiskQuestion.kind(structure.type()),
                (ratio, monitor) -> {
                  asked.dose = true;
                  return RepairFindings.asDerived(
                      snapshot, dose(place, Tissue.of(ratio), scenario, monitor));
                }));
      }
    }
    var voxels =
        new SnapshotVoxels(snapshot, numbers.planDose(), tools.samplings(), tools.voxels());
    return RiskQuestion.of(snapshot, structures, tools.parameters(), noting(voxels, asked));
  }

  private static RiskVoxels noting(RiskVoxels voxels, Asked asked) {
    return new RiskVoxels() {
      @Override
      public Optional<DoseGrid> plannedDose() {
        asked.voxels = true;
        return voxels.plannedDose();
      }

      @Override
      public Optional<ContourSet> contours(String structureName, IProgressMonitor monitor) {
        asked.voxels = true;
        return voxels.contours(structureName, monitor);
      }

      @Override
      public Optional<PlacedImage> image(MrSequence sequence, IProgressMonitor monitor) {
        asked.voxels = true;
        return voxels.image(sequence, monitor);
      }
    };
  }

  private StructureDose dose(
      int place, Tissue tissue, ScenarioDoses.Scenario scenario, IProgressMonitor monitor) {
    var key = new Key(place, tissue, scenario);
    StructureDose answer = known.get(key);
    if (answer == null) { // two threads may compute it at once, with equal results
      answer = computed(located.get(place), tissue, scenario, monitor);
      known.put(key, answer);
    }
    return answer;
  }

  private StructureDose computed(
      BandsRun.Located place,
      Tissue tissue,
      ScenarioDoses.Scenario scenario,
      IProgressMonitor monitor) {
    Optional<Dvh> dvh =
        place
            .sampling()
            .flatMap(s -> doses.dvh(s, tissue, doses.undiscounted(), scenario, monitor));
    return dvh.isPresent() && doses.sum(tissue, monitor) instanceof Eqd2Sum.Known sum
        ? new StructureDose.Known(dvh.get(), sum.courses(), sum.findings())
        : new StructureDose.Unknown(
            List.of(
                "The cumulative EQD2 of " + place.numbers().structure().name() + " is unknown."));
  }
}
