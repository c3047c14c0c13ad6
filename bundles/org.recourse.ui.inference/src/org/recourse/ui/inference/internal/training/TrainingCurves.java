/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.recourse.inference.training.TrainingEpoch;

/**
 * The epochs of one stage of a training, such as a fold. Immutable.
 *
 * @param stage its name; blank before the first epoch
 * @param epochs ascending; the first is not 1 if training went on from a checkpoint
 */
record TrainingCurves(String stage, List<TrainingEpoch> epochs) {

  /** Before the first epoch. */
  static final TrainingCurves NONE = new TrainingCurves("", List.of());

  /** Numbers over epochs. */
  record Line(double[] epoch, double[] value) {

    Line {
      epoch = epoch.clone();
      value = value.clone();
    }

    @Override
    public double[] epoch() {
      return epoch.clone();
    }

    @Override
    public double[] value() {
      return value.clone();
    }
  }

  TrainingCurves {
    Objects.requireNonNull(stage, "stage");
    epochs = List.copyOf(epochs);
  }

  /** Returns the curves with an epoch more; another stage starts anew. */
  TrainingCurves with(String ofStage, TrainingEpoch epoch) {
    var longer = new ArrayList<TrainingEpoch>();
    if (ofStage.equals(stage)) {
      longer.addAll(epochs);
    }
    longer.add(epoch);
    return new TrainingCurves(ofStage, longer);
  }

  Line trainingLoss() {
    return line(epoch -> OptionalDouble.of(epoch.trainingLoss()));
  }

  Line validationLoss() {
    return line(TrainingEpoch::validationLoss);
  }

  Line validationAuc() {
    return line(TrainingEpoch::validationAuc);
  }

  private Line line(Function<TrainingEpoch, OptionalDouble> value) {
    List<TrainingEpoch> known =
        epochs.stream().filter(epoch -> value.apply(epoch).isPresent()).toList();
    return new Line(
        known.stream().mapToDouble(TrainingEpoch::epoch).toArray(),
        known.stream().mapToDouble(epoch -> value.apply(epoch).orElseThrow()).toArray());
  }

  /** Returns the newest figures in one line. */
  String text() {
    if (epochs.isEmpty()) {
      return "";
    }
    TrainingEpoch last = epochs.getLast();
    return String.format(
            Locale.ROOT, "%s, epoch %d: loss %.3f", stage, last.epoch(), last.trainingLoss())
        + shown(", left-out patients %.3f", last.validationLoss())
        + shown(", AUC %.2f", last.validationAuc());
  }

  private static String shown(String format, OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, format, value.getAsDouble()) : "";
  }
}
