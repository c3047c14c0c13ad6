/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.watch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.ecore.util.EContentAdapter;
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.model.Assessment;
import org.recourse.model.AuditEntry;
import org.recourse.model.ModelPackage;
import org.recourse.model.PatientCase;

/**
 * Watches the model of an open case and keeps its numbers current. Every edit makes a new revision;
 * the newest revision is computed in the background and supersedes a run that is still busy with an
 * older one. The intervals that follow from the registrations are computed after the numbers.
 *
 * <p>{@link #start()} and {@link #close()} are called on the model's thread; the other methods may
 * be called from any thread. Assessments, audit entries and objectives do not change numbers and
 * are not watched.
 */
public final class PlanWatch implements AutoCloseable {

  private final PatientCase patientCase;
  private final NumbersComputation computation;
  private final WatchThreads threads;
  private final List<PlanWatchListener> listeners = new CopyOnWriteArrayList<>();
  private final EContentAdapter adapter = new Edits();

  private final Object state = new Object(); // guards what follows
  private long revision;
  private boolean capturePending;
  private boolean closed;
  private Optional<PlanSnapshot> waiting = Optional.empty();
  private Optional<IProgressMonitor> running = Optional.empty();
  private Optional<PlanNumbers> latest = Optional.empty();
  private Optional<UncertaintyBands> latestBands = Optional.empty();

  public PlanWatch(PatientCase patientCase, NumbersComputation computation, WatchThreads threads) {
    this.patientCase = Objects.requireNonNull(patientCase, "patientCase");
    this.computation = Objects.requireNonNull(computation, "computation");
    this.threads = Objects.requireNonNull(threads, "threads");
  }

  /** Starts to watch and computes the first numbers. */
  public void start() {
    patientCase.eAdapters().add(adapter);
    edited();
  }

  public void addListener(PlanWatchListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
  }

  public void removeListener(PlanWatchListener listener) {
    listeners.remove(listener);
  }

  /** Returns the revision of the plan: the number of edits seen, undo and redo among them. */
  public long revision() {
    synchronized (state) {
      return revision;
    }
  }

  /** Returns the newest numbers, which may be older than the plan; empty before the first. */
  public Optional<PlanNumbers> latest() {
    synchronized (state) {
      return latest;
    }
  }

  /**
   * Returns the newest intervals, which may be older than the newest numbers: compare the
   * revisions.
   */
  public Optional<UncertaintyBands> latestBands() {
    synchronized (state) {
      return latestBands;
    }
  }

  /** Returns whether the newest numbers belong to an older revision than the plan has now. */
  public boolean isStale() {
    synchronized (state) {
      return latest.isEmpty() || latest.get().revision() != revision;
    }
  }

  /** Makes a new revision without an edit, for instance when a risk model was installed. */
  public void recompute() {
    computation.forget();
    edited();
  }

  /** Stops watching and cancels a computation under way; listeners are not called any more. */
  @Override
  public void close() {
    patientCase.eAdapters().remove(adapter);
    synchronized (state) {
      closed = true;
      waiting = Optional.empty();
      running.ifPresent(monitor -> monitor.setCanceled(true));
    }
    listeners.clear();
  }

  private void edited() {
    long now;
    boolean capture;
    synchronized (state) {
      if (closed) {
        return;
      }
      now = ++revision;
      running.ifPresent(monitor -> monitor.setCanceled(true)); // its numbers would be stale
      capture = !capturePending;
      capturePending = true;
    }
    tell(listener -> listener.onStale(now));
    if (capture) {
      threads.model().execute(this::capture);
    }
  }

  /** Runs on the model's thread. */
  private void capture() {
    long now;
    synchronized (state) {
      capturePending = false;
      now = revision;
    }
    PlanSnapshot snapshot = PlanSnapshot.of(patientCase, now);
    boolean start;
    synchronized (state) {
      start = !closed && waiting.isEmpty() && running.isEmpty();
      waiting = closed ? Optional.empty() : Optional.of(snapshot);
    }
    if (start) {
      threads.background().execute(this::computeWaiting);
    }
  }

  /** Runs in the background until nothing waits. */
  private void computeWaiting() {
    Optional<PlanSnapshot> next = take();
    while (next.isPresent()) {
      compute(next.get());
      next = take();
    }
  }

  private Optional<PlanSnapshot> take() {
    synchronized (state) {
      Optional<PlanSnapshot> next = waiting;
      waiting = Optional.empty();
      running = next.map(snapshot -> new NullProgressMonitor());
      return next;
    }
  }

  private void compute(PlanSnapshot snapshot) {
    IProgressMonitor monitor;
    synchronized (state) {
      monitor = running.orElseThrow();
    }
    try {
      PlanNumbers numbers =
          computation.compute(snapshot, monitor, early -> deliverEarly(early, monitor));
      deliver(numbers);
      if (!monitor.isCanceled()) { // nobody waits for them, so they come last
        deliver(computation.computeBands(numbers, monitor));
      }
    } catch (OperationCanceledException e) {
      // Superseded by a newer revision, or closed: either way nobody waits for this one.
    } catch (RuntimeException e) { // border: the background thread must go on with the next edit
      tell(listener -> listener.onFailure(snapshot.revision(), e));
    }
  }

  /** Numbers on the way; those of a run that was superseded meanwhile are dropped. */
  private void deliverEarly(PlanNumbers numbers, IProgressMonitor monitor) {
    if (!monitor.isCanceled()) {
      tell(listener -> listener.onEarlyNumbers(numbers));
    }
  }

  private void deliver(PlanNumbers numbers) {
    synchronized (state) {
      if (closed) {
        return;
      }
      latest = Optional.of(numbers);
    }
    tell(listener -> listener.onNumbers(numbers));
  }

  private void deliver(UncertaintyBands bands) {
    synchronized (state) {
      if (closed) {
        return;
      }
      latestBands = Optional.of(bands);
    }
    tell(listener -> listener.onBands(bands));
  }

  private void tell(Consumer<PlanWatchListener> message) {
    for (PlanWatchListener listener : listeners) {
      threads
          .listeners()
          .execute(
              () -> {
                if (listeners.contains(listener)) { // it may have left in the meantime
                  message.accept(listener);
                }
              });
    }
  }

  /** Sees every change of the case that numbers can depend on. */
  private final class Edits extends EContentAdapter {

    @Override
    public void notifyChanged(Notification notification) {
      super.notifyChanged(notification);
      if (!notification.isTouch()
          && notification.getEventType() != Notification.REMOVING_ADAPTER
          && !isRecordKeeping(notification)) {
        edited();
      }
    }

    private boolean isRecordKeeping(Notification notification) {
      Object feature = notification.getFeature();
      return notification.getNotifier() instanceof Assessment
          || notification.getNotifier() instanceof AuditEntry
          || feature == ModelPackage.Literals.PLAN__OBJECTIVES
          || feature == ModelPackage.Literals.PATIENT_CASE__ASSESSMENTS
          || feature == ModelPackage.Literals.PATIENT_CASE__AUDIT;
    }
  }
}
