/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.bench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.DerivedNumber;
import org.recourse.assistant.numbers.NumbersComputation;
import org.recourse.assistant.numbers.NumbersSoFar;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.numbers.ShownNumbers;
import org.recourse.assistant.watch.PlanWatch;
import org.recourse.assistant.watch.PlanWatchListener;
import org.recourse.assistant.watch.WatchThreads;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.Beam;
import org.recourse.model.Course;
import org.recourse.model.CourseKind;
import org.recourse.model.Plan;
import org.recourse.model.edit.CaseEditing;
import org.recourse.model.edit.PlanEdits;
import org.recourse.risk.RiskCatalogue;
import org.recourse.risk.RiskModelEntry;
import org.recourse.risk.RiskResult;
import org.recourse.risk.VoxelAttribution;

/**
 * From the edit of a beam weight to what follows from it, as the workbench does it: the command on
 * the editing domain, numbers in the background in the order of what is looked at, delivered to a
 * listener as soon as they are known. Looked at is what the planning perspective shows: histograms,
 * goals, risks, and the gradient on the slices.
 */
final class EditLoopBench {

  private static final int WARM_UP = 10;
  private static final int RUNS = 40;
  private static final int STREAM = 60;
  private static final int STREAM_PAUSE_MS = 50;
  private static final int CANCELLATIONS = 40;
  private static final int WAIT_S = 60;

  private static final Set<DerivedNumber> LOOKED_AT =
      Set.of(
          DerivedNumber.HISTOGRAMS,
          DerivedNumber.GOALS,
          DerivedNumber.CLOSED_FORM_RISKS,
          DerivedNumber.NETWORK_RISKS,
          DerivedNumber.GRADIENTS);

  private final OpenCase openCase;
  private final RiskCatalogue catalogue;
  private final SliceExecutor executor;
  private final EditingDomain domain;
  private final Plan plan;

  EditLoopBench(OpenCase openCase, RiskCatalogue catalogue, SliceExecutor executor) {
    this.openCase = openCase;
    this.catalogue = catalogue;
    this.executor = executor;
    domain = CaseEditing.newDomain(openCase.patientCase());
    plan = plannedPlan();
  }

  private Plan plannedPlan() {
    for (Course course : openCase.patientCase().getCourses()) {
      if (course.getKind() == CourseKind.PLANNED && !course.getPlans().isEmpty()) {
        return course.getPlans().get(0);
      }
    }
    throw new IllegalArgumentException("the case has no plan to edit");
  }

  private void edit(int i) {
    Beam beam = plan.getBeams().get(i % plan.getBeams().size());
    domain
        .getCommandStack()
        .execute(PlanEdits.setBeamWeight(domain, beam, 0.8 + 0.0125 * (i % 32)));
  }

  /** Measures all cases with the installed models. */
  List<BenchFigure> measure(IProgressMonitor monitor) {
    List<BenchFigure> figures = new ArrayList<>();
    var computation = new NumbersComputation(openCase.voxels(), catalogue, executor);
    figures.addAll(stages("", computation, monitor));
    figures.add(stream(computation, monitor));
    figures.add(cancellation(computation, monitor));
    return figures;
  }

  /**
   * Measures the times from an edit only.
   *
   * @param ending of the names of the cases, such as {@code /fullGrid}
   */
  List<BenchFigure> measure(String ending, IProgressMonitor monitor) {
    return stages(ending, new NumbersComputation(openCase.voxels(), catalogue, executor), monitor);
  }

  /** Times of one edit, ns after it; 0 where a stage was not reached. */
  private static final class Stages implements PlanWatchListener {

    private final CountDownLatch done = new CountDownLatch(1);
    private volatile long revision = Long.MAX_VALUE;
    private volatile long doseNs;
    private volatile long closedFormNs;
    private volatile long networkNs;
    private volatile long gradientNs;
    private volatile Optional<PlanNumbers> last = Optional.empty();

    @Override
    public void onStale(long now) {
      revision = now;
    }

    @Override
    public void onEarlyNumbers(NumbersSoFar part) {
      if (part.revision() == revision) {
        known(part.known());
      }
    }

    private void known(Set<DerivedNumber> known) {
      long now = System.nanoTime();
      if (doseNs == 0 && known.contains(DerivedNumber.GOALS)) {
        doseNs = now;
      }
      if (closedFormNs == 0 && known.contains(DerivedNumber.CLOSED_FORM_RISKS)) {
        closedFormNs = now;
      }
      if (networkNs == 0 && known.contains(DerivedNumber.NETWORK_RISKS)) {
        networkNs = now;
      }
      if (gradientNs == 0 && known.contains(DerivedNumber.GRADIENTS)) {
        gradientNs = now;
      }
    }

    @Override
    public void onNumbers(PlanNumbers numbers) {
      if (numbers.revision() == revision) {
        known(EnumSet.range(DerivedNumber.DOSE, DerivedNumber.NETWORK_RISKS));
        last = Optional.of(numbers);
        done.countDown();
      }
    }

    @Override
    public void onFailure(long failed, RuntimeException cause) {
      done.countDown();
      throw cause;
    }
  }

  private List<BenchFigure> stages(
      String ending, NumbersComputation computation, IProgressMonitor monitor) {
    List<String> networks =
        catalogue.models().stream()
            .map(RiskModelEntry::id)
            .filter(catalogue::looksAtVoxels)
            .toList();
    double[][] ms = new double[4][RUNS];
    boolean answered = !networks.isEmpty();
    boolean withGradient = true;
    try (var background = Executors.newSingleThreadExecutor();
        var watch = watch(computation, background)) {
      watch.newInterest().lookAt(LOOKED_AT);
      watch.start();
      for (int i = 0; i < WARM_UP + RUNS; i++) {
        monitor.subTask("edit " + (i + 1) + " of " + (WARM_UP + RUNS) + ending);
        if (monitor.isCanceled()) {
          throw new OperationCanceledException();
        }
        var stages = new Stages();
        watch.addListener(stages);
        long start = System.nanoTime();
        edit(i);
        await(stages.done);
        watch.removeListener(stages);
        answered &= answered(stages.last.orElseThrow(), networks);
        withGradient &= isAttributed(watch.shown());
        if (i >= WARM_UP) {
          ms[0][i - WARM_UP] = (stages.doseNs - start) / 1e6;
          ms[1][i - WARM_UP] = (stages.closedFormNs - start) / 1e6;
          ms[2][i - WARM_UP] = (stages.networkNs - start) / 1e6;
          ms[3][i - WARM_UP] = (stages.gradientNs - start) / 1e6;
        }
      }
    }
    return figures(ending, ms, answered, withGradient);
  }

  private List<BenchFigure> figures(
      String ending, double[][] ms, boolean answered, boolean withGradient) {
    int threads = executor.threadCount();
    List<BenchFigure> figures = new ArrayList<>();
    figures.add(new Measurement("edit/dose" + ending, threads, WARM_UP, ms[0]));
    figures.add(new Measurement("edit/closedForm" + ending, threads, WARM_UP, ms[1]));
    if (answered) { // a network that gave no number took no time
      figures.add(new Measurement("edit/multiomics" + ending, threads, WARM_UP, ms[2]));
    }
    if (withGradient) {
      figures.add(new Measurement("edit/gradient" + ending, threads, WARM_UP, ms[3]));
    }
    return figures;
  }

  private static boolean isAttributed(ShownNumbers shown) {
    return shown.isCurrent(DerivedNumber.GRADIENTS)
        && shown
            .gradient()
            .filter(slope -> slope.attribution() instanceof VoxelAttribution.Attributed)
            .isPresent();
  }

  private static boolean answered(PlanNumbers numbers, List<String> networks) {
    return numbers.risks().stream()
        .filter(risk -> networks.contains(risk.model().id()))
        .anyMatch(risk -> risk.result() instanceof RiskResult.Assessed);
  }

  private PlanWatch watch(
      NumbersComputation computation, java.util.concurrent.Executor background) {
    return new PlanWatch(
        openCase.patientCase(),
        computation,
        new WatchThreads(Runnable::run, background, Runnable::run));
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(WAIT_S, TimeUnit.SECONDS)) {
        throw new IllegalStateException("an edit gave no numbers within " + WAIT_S + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationCanceledException();
    }
  }

  /** Edits 20 times a second and looks how many computations wait. */
  private BenchFigure stream(NumbersComputation computation, IProgressMonitor monitor) {
    monitor.subTask("stream of 20 edits a second");
    var waiting = new LinkedBlockingQueue<Runnable>();
    double[] depth = new double[STREAM];
    try (var background = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, waiting);
        var watch = watch(computation, background)) {
      watch.start();
      for (int i = 0; i < STREAM; i++) {
        edit(WARM_UP + RUNS + i);
        pause(STREAM_PAUSE_MS);
        depth[i] = waiting.size();
      }
      var last = new Stages();
      watch.addListener(last);
      edit(WARM_UP + RUNS + STREAM);
      await(last.done);
    }
    return new ErrorFigure(
        "stream20/queueDepth",
        "count",
        executor.threadCount(),
        java.util.Arrays.stream(depth).boxed().toList());
  }

  private static void pause(int ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationCanceledException();
    }
  }

  /** From the cancellation of numbers and intervals to their end, at moments spread over them. */
  private BenchFigure cancellation(NumbersComputation computation, IProgressMonitor monitor) {
    monitor.subTask("cancellation");
    double[] ms = new double[CANCELLATIONS];
    for (int i = 0; i < CANCELLATIONS; i++) {
      edit(i);
      PlanSnapshot snapshot = PlanSnapshot.of(openCase.patientCase(), i);
      var own = new NullProgressMonitor();
      var ended = new CountDownLatch(1);
      Thread.ofPlatform()
          .start(
              () -> {
                try {
                  PlanNumbers numbers =
                      computation.compute(snapshot, () -> LOOKED_AT, own, part -> {});
                  computation.computeBands(numbers, own);
                } catch (OperationCanceledException e) {
                  // what is timed
                } finally {
                  ended.countDown();
                }
              });
      pause(5 + 4 * i);
      long start = System.nanoTime();
      own.setCanceled(true);
      await(ended);
      ms[i] = (System.nanoTime() - start) / 1e6;
    }
    return new Measurement("edit/cancelled", executor.threadCount(), 0, ms);
  }
}
