/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.recourse.cohort.figure.Curve;
import org.recourse.cohort.figure.Curve.Point;
import org.recourse.cohort.figure.Curve.Style;
import org.recourse.cohort.figure.Figure;
import org.recourse.inference.training.TrainingEpoch;

/** The epochs of the network in training, as figures. UI thread only. */
public final class LiveCurves {

  private static final double LEAST_LOSS = 0.1;

  private String title = "";
  private String stage = "";
  private final List<TrainingEpoch> epochs = new ArrayList<>();
  private final Runnable whenChanged;

  LiveCurves(Runnable whenChanged) {
    this.whenChanged = whenChanged;
  }

  /** Starts anew for another training. */
  public void begin(String newTitle) {
    title = newTitle;
    stage = "";
    epochs.clear();
    whenChanged.run();
  }

  /** Adds an epoch; another stage, such as the next fold, starts anew. */
  public void add(String ofStage, TrainingEpoch epoch) {
    if (!ofStage.equals(stage)) {
      stage = ofStage;
      epochs.clear();
    }
    epochs.add(epoch);
    whenChanged.run();
  }

  /** Cross-entropy of training and left-out patients. */
  public Figure loss() {
    double most =
        epochs.stream()
            .mapToDouble(e -> Math.max(e.trainingLoss(), e.validationLoss().orElse(0)))
            .max()
            .orElse(1);
    return figure(
        "Loss",
        new Figure.Axis("Cross-entropy", 0, Math.max(LEAST_LOSS, most * 1.05)),
        List.of(
            curve("training patients", epoch -> OptionalDouble.of(epoch.trainingLoss())),
            curve("left-out patients", TrainingEpoch::validationLoss)));
  }

  /** Area under the ROC curve of left-out patients. */
  public Figure area() {
    return figure(
        "Area under the ROC curve",
        new Figure.Axis("AUC", 0, 1),
        List.of(curve("left-out patients", TrainingEpoch::validationAuc)));
  }

  private Figure figure(String name, Figure.Axis y, List<Curve> curves) {
    int last = epochs.isEmpty() ? 1 : Math.max(2, epochs.getLast().epoch());
    String note =
        epochs.isEmpty()
            ? "No network is in training. The signature and the recurrence models have no epochs."
            : title + ", " + stage;
    return new Figure(name, new Figure.Axis("Epoch", 0, last), y, curves, note);
  }

  private Curve curve(String name, Function<TrainingEpoch, OptionalDouble> value) {
    return new Curve(
        name,
        Style.LINE,
        epochs.stream()
            .filter(epoch -> value.apply(epoch).isPresent())
            .map(epoch -> new Point(epoch.epoch(), value.apply(epoch).getAsDouble()))
            .toList());
  }
}
