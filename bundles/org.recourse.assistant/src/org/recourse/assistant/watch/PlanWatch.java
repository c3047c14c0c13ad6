/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.watch;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.ecore.util.EContentAdapter;
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.assistant.numbers.DerivedNumber;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.NumbersSoFar;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.RiskGradient;
import org.recourse.assistant.numbers.ShownNumbers;
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

  private final Interests interests = new Interests(this::lookedAtMore);

  private final Object state = new Object(); // guards what follows
  private long revision;
  private boolean capturePending;
  private boolean closed;
  private boolean working;
  private Optional<PlanSnapshot> waiting = Optional.empty();
  private Optional<Running> running = Optional.empty();
  private Set<DerivedNumber> tried = Set.of(); // of what is computed only when looked at
  private ShownNumbers shown = ShownNumbers.NONE;
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

  /** Announces a viewer of the numbers, which says what it looks at until it is closed. */
  public Interest newInterest() {
    return interests.open();
  }

  /** Returns the newest value of every number with its revision, and what of it is current. */
  public ShownNumbers shown() {
    synchronized (state) {
      return shown;
    }
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
      running.ifPresent(work -> work.monitor().setCanceled(true));
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
      shown = shown.after(now);
      running.ifPresent(work -> work.monitor().setCanceled(true)); // would be stale
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
      waiting = closed ? Optional.empty() : Optional.of(snapshot);
      start = !closed && !working;
      working |= start;
    }
    if (start) {
      threads.background().execute(this::work);
    }
  }

  /** Somebody began to look at something that may not be computed. */
  private void lookedAtMore() {
    boolean start;
    synchronized (state) {
      Optional<DerivedNumber> more = more();
      boolean inTheWay =
          more.equals(Optional.of(DerivedNumber.GRADIENTS))
              && running.filter(Running::isBands).isPresent();
      if (inTheWay) { // intervals take seconds: they come after what is asked for now
        running.get().monitor().setCanceled(true);
      }
      start = !closed && !working && more.isPresent();
      working |= start;
    }
    if (start) {
      threads.background().execute(this::work);
    }
  }

  /** Returns what is looked at and not computed yet, though the numbers are there. */
  private Optional<DerivedNumber> more() {
    if (closed || latest.isEmpty() || latest.get().revision() != revision) {
      return Optional.empty();
    }
    Set<DerivedNumber> due = interests.lookedAt();
    due = due.isEmpty() ? EnumSet.noneOf(DerivedNumber.class) : EnumSet.copyOf(due);
    due.removeIf(number -> !number.isOnlyWhenLookedAt());
    due.removeAll(tried);
    return due.stream().findFirst(); // the gradient before the intervals
  }

  /** What the background is doing. */
  private record Running(IProgressMonitor monitor, Optional<DerivedNumber> more) {
    boolean isBands() {
      return more.equals(Optional.of(DerivedNumber.BANDS));
    }
  }

  /** Runs in the background until nothing waits. */
  private void work() {
    Optional<Runnable> next = take();
    while (next.isPresent()) {
      next.get().run();
      next = take();
    }
  }

  private Optional<Runnable> take() {
    synchronized (state) {
      var monitor = new NullProgressMonitor();
      if (waiting.isPresent()) {
        PlanSnapshot snapshot = waiting.get();
        waiting = Optional.empty();
        running = Optional.of(new Running(monitor, Optional.empty()));
        return Optional.of(() -> compute(snapshot, monitor));
      }
      Optional<DerivedNumber> more = more();
      if (more.isPresent()) {
        PlanNumbers numbers = latest.orElseThrow();
        tried = EnumSet.of(more.get(), tried.toArray(DerivedNumber[]::new));
        running = Optional.of(new Running(monitor, more));
        return Optional.of(() -> compute(more.get(), numbers, monitor));
      }
      working = false;
      running = Optional.empty();
      return Optional.empty();
    }
  }

  private void compute(PlanSnapshot snapshot, IProgressMonitor monitor) {
    try {
      deliver(
          computation.compute(
              snapshot, interests::lookedAt, monitor, part -> deliver(part, monitor)));
    } catch (OperationCanceledException e) {
      // Superseded by a newer revision, or closed: either way nobody waits for this one.
    } catch (RuntimeException e) { // border: the background thread must go on with the next edit
      tell(listener -> listener.onFailure(snapshot.revision(), e));
    }
  }

  /** Computes what is looked at beyond the numbers. */
  private void compute(DerivedNumber more, PlanNumbers numbers, IProgressMonitor monitor) {
    try {
      if (more == DerivedNumber.GRADIENTS) {
        RiskGradient gradient = computation.computeGradient(numbers, monitor);
        Set<DerivedNumber> known = Set.of(DerivedNumber.GRADIENTS);
        deliver(new NumbersSoFar(numbers, known, Optional.of(gradient)), monitor);
      } else {
        deliver(computation.computeBands(numbers, monitor), monitor);
      }
    } catch (OperationCanceledException e) {
      synchronized (state) { // given up for something else, so it is still due
        Set<DerivedNumber> others = EnumSet.noneOf(DerivedNumber.class);
        others.addAll(tried);
        others.remove(more);
        tried = others;
      }
    } catch (RuntimeException e) { // border: the background thread must go on with the next edit
      tell(listener -> listener.onFailure(numbers.revision(), e));
    }
  }

  /** A part on the way; that of a run that was superseded meanwhile is dropped. */
  private void deliver(NumbersSoFar part, IProgressMonitor monitor) {
    synchronized (state) {
      if (closed || monitor.isCanceled()) {
        return;
      }
      shown = shown.with(part);
    }
    tell(listener -> listener.onEarlyNumbers(part));
  }

  private void deliver(PlanNumbers numbers) {
    synchronized (state) {
      if (closed) {
        return;
      }
      latest = Optional.of(numbers);
      shown = shown.with(numbers);
      boolean slope = shown.gradient().filter(g -> g.revision() == numbers.revision()).isPresent();
      tried = slope ? Set.of(DerivedNumber.GRADIENTS) : Set.of();
    }
    tell(listener -> listener.onNumbers(numbers));
  }

  private void deliver(UncertaintyBands bands, IProgressMonitor monitor) {
    synchronized (state) {
      if (closed || monitor.isCanceled()) {
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
