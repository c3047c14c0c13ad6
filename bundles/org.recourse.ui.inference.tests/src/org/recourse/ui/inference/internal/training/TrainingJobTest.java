/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.model.ValueRange;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.training.NetworkPlan;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.TrainedNetwork;
import org.recourse.inference.training.TrainingCase;
import org.recourse.inference.training.TrainingEpoch;
import org.recourse.inference.training.TrainingListener;
import org.recourse.inference.training.TrainingRequest;
import org.recourse.risk.MrSequence;
import org.recourse.training.ModelInputs;
import org.recourse.training.TrainingException;
import org.recourse.training.TrainingSettings;
import org.recourse.training.cohort.CohortFacts;
import org.recourse.training.cohort.CohortSource;
import org.recourse.training.cohort.DoseBox;
import org.recourse.training.cohort.TrainingCohort;

/** The border between training and the window; the training itself is tested where it is. */
class TrainingJobTest {

  @TempDir Path folder;

  private final List<TrainingCurves> heard = new ArrayList<>();
  private final List<TrainingEnd> ends = new ArrayList<>();

  private IStatus run(CohortSource source, NetworkTrainer trainer, IProgressMonitor monitor) {
    var task =
        new TrainingJob.Task(
            source,
            new ModelInputs(List.of(MrSequence.T1), false),
            TrainingSettings.shipped().with(NetworkVariant.FAST, DoseBox.ofVoxels(5), 3, 4),
            trainer,
            folder,
            folder.resolve("checkpoints"));
    var job =
        new TrainingJob(
            task,
            new TrainingJob.Follower() {
              @Override
              public void progressed(TrainingCurves curves) {
                heard.add(curves);
              }

              @Override
              public void ended(TrainingEnd end) {
                ends.add(end);
              }
            });
    return job.run(monitor);
  }

  private IStatus run(NetworkTrainer trainer, IProgressMonitor monitor) {
    return run((box, m) -> patients(box), trainer, monitor);
  }

  private static TrainingCohort patients(DoseBox box) {
    var random = new Random(2);
    var names = new ArrayList<String>();
    for (int i = 0; i < 40; i++) {
      names.add("T1/original_test_F" + i);
    }
    var cases = new ArrayList<TrainingCase>();
    for (int p = 0; p < 30; p++) {
      cases.add(
          new TrainingCase(
              "patient " + p, Optional.empty(), random.doubles(40).toArray(), p % 2 == 0));
    }
    var range = new ValueRange(1, 2);
    return new TrainingCohort(
        "made up", true, "chance", box, names, cases, new CohortFacts(range, range, range));
  }

  @Test
  void theCurvesFollowTheEpochsAndThePackageIsWritten() {
    IStatus status = run(new CountingTrainer(-1), new NullProgressMonitor());

    assertTrue(status.isOK(), status.getMessage());
    assertEquals(4, heard.stream().mapToInt(c -> c.epochs().size()).max().orElseThrow());
    TrainingEnd.Done done = assertInstanceOf(TrainingEnd.Done.class, ends.getFirst());
    assertTrue(Files.exists(done.trained().folder().resolve("MODEL_CARD.md")));
    assertTrue(done.sentence().contains("AUC"), done.sentence());
    assertFalse(Files.exists(folder.resolve("checkpoints")), "nothing is left to go on with");
  }

  @Test
  void cancelledItGoesOnFromItsCheckpoints() {
    var monitor = new NullProgressMonitor();
    var first = new CountingTrainer(6);
    first.cancel = monitor;
    assertEquals(IStatus.CANCEL, run(first, monitor).getSeverity());
    assertInstanceOf(TrainingEnd.Cancelled.class, ends.getLast());
    assertTrue(Files.isDirectory(folder.resolve("checkpoints")), "kept for the next run");

    var second = new CountingTrainer(-1);
    assertTrue(run(second, new NullProgressMonitor()).isOK());

    // 2 rates x 3 folds and the final fit, 4 epochs each but 1 for the last: what was done is not
    // done again
    assertEquals(25, first.epochs + second.epochs);
  }

  @Test
  void patientsThatCannotBeReadAreASentence() {
    IStatus status =
        run(
            (box, monitor) -> {
              throw new TrainingException("t.csv has no patients.");
            },
            new CountingTrainer(-1),
            new NullProgressMonitor());

    assertEquals(IStatus.ERROR, status.getSeverity());
    assertEquals("t.csv has no patients.", ends.getFirst().sentence());
  }

  /** Counts epochs in its checkpoint, as a trainer does with its weights. */
  private static final class CountingTrainer implements NetworkTrainer {

    private final int cancelAfter;
    private IProgressMonitor cancel = new NullProgressMonitor();
    private int epochs;

    CountingTrainer(int cancelAfter) {
      this.cancelAfter = cancelAfter;
    }

    @Override
    public TrainedNetwork train(
        TrainingRequest request, String stage, TrainingListener listener, IProgressMonitor monitor)
        throws InferenceException {
      try {
        Path file = request.checkpoint().orElseThrow();
        int reached = Files.exists(file) ? Files.readAllBytes(file).length : 0;
        List<TrainingEpoch> all = new ArrayList<>();
        for (int i = 1; i <= request.options().epochs(); i++) {
          var epoch = new TrainingEpoch(i, 0.7, OptionalDouble.of(1.0 / i), OptionalDouble.empty());
          all.add(epoch);
          if (i > reached) {
            if (epochs == cancelAfter) {
              cancel.setCanceled(true);
              throw new OperationCanceledException();
            }
            epochs++;
            Files.write(file, new byte[i]);
            listener.onEpoch(stage, epoch);
          }
        }
        return new TrainedNetwork(request.start(), 1, all);
      } catch (IOException e) {
        throw new InferenceException("no checkpoint", e);
      }
    }

    @Override
    public List<Double> scores(
        NetworkPlan plan,
        NetworkWeights weights,
        List<TrainingCase> cases,
        IProgressMonitor monitor) {
      return cases.stream().map(one -> one.features()[0]).toList();
    }
  }
}
