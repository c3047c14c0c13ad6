/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Component;

/**
 * What the views of the Cohort Lab share: the open cohort and the last evaluation. One service;
 * used on the UI thread only.
 */
@Component(service = CohortDesk.class)
public final class CohortDesk {

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final LiveCurves curves = new LiveCurves(this::tellCurves);
  private final List<Runnable> curveListeners = new CopyOnWriteArrayList<>();
  private Optional<OpenCohort> cohort = Optional.empty();
  private Optional<Evaluation> evaluation = Optional.empty();

  public Optional<OpenCohort> cohort() {
    return cohort;
  }

  public Optional<Evaluation> evaluation() {
    return evaluation;
  }

  /** Puts a cohort on the desk; what was computed of another one goes. */
  public void open(OpenCohort opened) {
    cohort = Optional.of(opened);
    evaluation = Optional.empty();
    tell();
  }

  /** Puts an evaluation on the desk. */
  public void show(Evaluation made) {
    evaluation = Optional.of(made);
    tell();
  }

  public void addListener(Runnable listener) {
    listeners.add(listener);
  }

  public void removeListener(Runnable listener) {
    listeners.remove(listener);
  }

  /** The network in training. */
  public LiveCurves curves() {
    return curves;
  }

  /** Adds a listener to the curves alone. */
  public void addCurveListener(Runnable listener) {
    curveListeners.add(listener);
  }

  public void removeCurveListener(Runnable listener) {
    curveListeners.remove(listener);
  }

  private void tellCurves() {
    curveListeners.forEach(Runnable::run);
  }

  private void tell() {
    listeners.forEach(Runnable::run);
  }
}
