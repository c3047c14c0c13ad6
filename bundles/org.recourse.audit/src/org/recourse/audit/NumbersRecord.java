/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recourse.assistant.numbers.GoalNumbers;
import org.recourse.assistant.numbers.GoalOutcome;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.assistant.protocols.ProtocolGoalNumbers;
import org.recourse.assistant.protocols.ProtocolNumbers;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.dosimetry.dvh.MetricValue;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.risk.RiskAssessment;
import org.recourse.risk.RiskInputValue;
import org.recourse.risk.RiskPart;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskValue;

/** Writes the numbers of a plan down, one key each. Used for one plan. */
final class NumbersRecord {

  private static final List<DoseMetric> METRICS =
      List.of("D98%", "D95%", "D50%", "D2%", "D0.03cc", "D0.1cc", "D1cc", "D2cc").stream()
          .map(DoseMetric::parse)
          .toList();

  private static final List<String> METRIC_KEYS =
      List.of("d98Gy", "d95Gy", "d50Gy", "d2Gy", "d0_03ccGy", "d0_1ccGy", "d1ccGy", "d2ccGy");

  private final SortedMap<String, Double> numbers = new TreeMap<>();
  private final SortedMap<String, String> texts = new TreeMap<>();

  private NumbersRecord() {}

  static RecordedNumbers of(PlanNumbers plan) {
    var record = new NumbersRecord();
    plan.planDose().ifPresent(dose -> record.texts.put("planDose/voxelsSha256", digest(dose)));
    for (int i = 0; i < plan.structures().size(); i++) {
      record.add(i, plan.structures().get(i));
    }
    for (int i = 0; i < plan.goals().size(); i++) {
      record.add("goals/%02d".formatted(i), plan.goals().get(i));
    }
    plan.protocols().forEach(record::add);
    plan.ledger().rows().forEach(record::add);
    plan.risks().forEach(record::add);
    return new RecordedNumbers(record.numbers, record.texts);
  }

  private static String digest(PlanNumbers.PlanDose dose) {
    DoseGrid grid = dose.doseGy();
    MessageDigest digest = FileDigests.sha256();
    float[] slice = new float[grid.geometry().sliceVoxelCount()];
    ByteBuffer bytes = ByteBuffer.allocate(slice.length * Float.BYTES);
    for (int z = 0; z < grid.geometry().sizeZ(); z++) {
      grid.copySlice(z, slice);
      bytes.clear();
      for (float valueGy : slice) {
        bytes.putFloat(valueGy);
      }
      digest.update(bytes.array());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A number that is not finite is no number: the text says what came instead. */
  private void put(String key, double value) {
    if (Double.isFinite(value)) {
      numbers.put(key, value);
    } else {
      texts.put(key, Double.toString(value));
    }
  }

  private void put(String key, OptionalDouble value) {
    value.ifPresent(number -> put(key, number));
  }

  private void add(int index, StructureNumbers structure) {
    String key = "structures/%02d %s/".formatted(index, structure.structure().name());
    put(key + "volumeCm3", structure.volumeCm3());
    structure.physicalDvh().ifPresent(dvh -> add(key + "physical/", dvh));
    structure.planEqd2Dvh().ifPresent(dvh -> add(key + "planEqd2/", dvh));
    structure.cumulative().ifPresent(sum -> add(key + "cumulativeEqd2/", sum.eqd2Dvh()));
  }

  private void add(String key, Dvh dvh) {
    put(key + "dMeanGy", dvh.meanGy());
    put(key + "dMinGy", dvh.minGy());
    put(key + "dMaxGy", dvh.maxGy());
    put(key + "coveredFraction", dvh.coveredFraction());
    for (int i = 0; i < METRICS.size(); i++) {
      switch (METRICS.get(i).evaluate(dvh)) {
        case MetricValue.Defined defined -> put(key + METRIC_KEYS.get(i), defined.value());
        case MetricValue.Undefined(String reason) -> texts.put(key + METRIC_KEYS.get(i), reason);
      }
    }
  }

  private void add(ProtocolNumbers protocol) {
    String key = "protocols/" + protocol.protocol().id() + "/";
    List<ProtocolGoalNumbers> goals = protocol.goals();
    for (int i = 0; i < goals.size(); i++) {
      add(key + "%02d %s".formatted(i, goals.get(i).goal().id()), goals.get(i).numbers());
    }
  }

  private void add(String key, GoalNumbers goal) {
    String named = key + " " + goal.goal().structureName() + " " + goal.goal().metric();
    switch (goal.outcome()) {
      case GoalOutcome.Judged(MetricValue.Defined value, GoalOutcome.Verdict verdict) -> {
        put(named + "/value" + unit(value.unit()), value.value());
        texts.put(named + "/verdict", verdict.name());
      }
      case GoalOutcome.Shown(MetricValue.Defined value, String why) -> {
        put(named + "/value" + unit(value.unit()), value.value());
        texts.put(named + "/verdict", why);
      }
      case GoalOutcome.NotApplicable(String reason) -> texts.put(named + "/verdict", reason);
    }
  }

  private static String unit(MetricValue.Unit unit) {
    return switch (unit) {
      case GY -> "Gy";
      case PERCENT -> "Percent";
      case CM3 -> "Cm3";
    };
  }

  private void add(LedgerNumbers.Row row) {
    String key = "ledger/%s %d/".formatted(row.structure().name(), row.structure().roiNumber());
    row.plan().ifPresent(figures -> add(key + "plan/", figures));
    row.previous().ifPresent(figures -> add(key + "previous/", figures));
    row.cumulative().ifPresent(figures -> add(key + "cumulative/", figures));
    row.discounted().ifPresent(sum -> add(key + "discounted/", sum.cumulative()));
    row.typedMaximum().ifPresent(typed -> put(key + "typedMaximumEqd2Gy", typed.eqd2Gy()));
  }

  private void add(String key, LedgerNumbers.Figures figures) {
    put(key + "maxEqd2Gy", figures.maxEqd2Gy());
    put(key + "d0_1ccEqd2Gy", figures.d01ccEqd2Gy());
    put(key + "meanEqd2Gy", figures.meanEqd2Gy());
  }

  private void add(RiskAssessment risk) {
    String key = "risks/" + risk.model().id() + "/";
    switch (risk.result()) {
      case RiskResult.Assessed assessed -> {
        add(key, assessed.value());
        texts.put(key + "inDomain", Boolean.toString(assessed.inDomain()));
        for (RiskPart part : assessed.parts()) {
          add(key + "part " + part.label() + "/", part.value());
        }
        List<RiskInputValue> inputs = assessed.inputs();
        for (int i = 0; i < inputs.size(); i++) {
          put(key + "input %02d %s".formatted(i, label(inputs.get(i))), inputs.get(i).value());
        }
      }
      case RiskResult.NotApplicable none ->
          texts.put(
              key + "none",
              String.join(" ", none.outsideDomain()) + String.join(" ", none.lacks()));
      case RiskResult.Failed failed -> texts.put(key + "none", failed.sentence());
    }
  }

  private static String label(RiskInputValue input) {
    return input.label() + " " + input.unit().name().toLowerCase(Locale.ROOT);
  }

  private void add(String key, RiskValue value) {
    texts.put(key + "bound", value.bound().name());
    switch (value) {
      case RiskValue.Probability probability -> {
        put(key + "probability", probability.fraction());
        probability
            .interval95()
            .ifPresent(
                interval -> {
                  put(key + "interval95Lower", interval.lower());
                  put(key + "interval95Upper", interval.upper());
                });
      }
      case RiskValue.Category category -> texts.put(key + "category", category.text());
      // its interval follows from the score and the inputs, which are written down
      case RiskValue.Score score -> put(key + "score", score.score());
    }
  }
}
