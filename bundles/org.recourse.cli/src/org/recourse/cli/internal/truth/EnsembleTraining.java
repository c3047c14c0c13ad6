/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.cohort.cases.CohortPatient;
import org.recourse.cohort.evaluation.Endpoint;
import org.recourse.cohort.evaluation.PreparedCohort;
import org.recourse.cohort.multiomics.DoseAugmentation;
import org.recourse.cohort.multiomics.Eqd2Volumes;
import org.recourse.cohort.tables.CohortFolder;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelPackageWriter;
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.network.NetworkVariant;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.training.FeaturePreparation;
import org.recourse.inference.training.Folds;
import org.recourse.inference.training.NetworkPlan;
import org.recourse.inference.training.NetworkTrainer;
import org.recourse.inference.training.TrainedNetwork;
import org.recourse.inference.training.TrainingCase;
import org.recourse.inference.training.TrainingListener;
import org.recourse.inference.training.TrainingOptions;
import org.recourse.inference.training.TrainingRequest;
import org.recourse.learning.pipeline.NotFittedException;

/**
 * Trains the ensemble of the campaign on a prepared cohort of synthetic patients: the published
 * multi-omics network of three MR sequences and dose. Each of the five members is a committee of
 * two networks that learn from different halves of the cohort, each without a fifth of its half,
 * which decides the epoch that is kept. A network that exists is not trained again, and an
 * interrupted one goes on from its checkpoint.
 *
 * @param trainer the engine
 * @param checkpoints folder for checkpoints
 * @param listener hears every epoch
 */
record EnsembleTraining(NetworkTrainer trainer, Path checkpoints, TrainingListener listener) {

  /** Patients at the end of each part of a cohort that no network sees. */
  static final int TEST_PATIENTS = 500;

  private static final String FRACTIONS = "fractionCount";
  private static final String PRESCRIBED = "prescribedGy";
  private static final int CHANNELS = 2;
  private static final int COPIES = 3;
  private static final int SHIFT = 1;
  private static final int EPOCHS = 14;
  private static final int PATIENCE = 4;
  private static final double RATE = 1e-3;
  private static final double DECAY = 1e-3;
  private static final int BATCH = 16;
  private static final long SEED = 20261121;
  private static final int SEEDS_A_PART = 100;

  static NetworkPlan plan() {
    return new NetworkPlan(
        NetworkVariant.FAST,
        PatientInputs.SIZE,
        new NetworkLayout(true, PatientInputs.featureNames().size(), CHANNELS));
  }

  /**
   * Trains what is missing in a folder.
   *
   * @throws InferenceException if the engine fails
   * @throws NotFittedException if the patients do not suffice
   * @throws IOException if the cohort cannot be read or the folder not be written
   */
  void run(CohortFolder cohort, EnsembleFolder folder, IProgressMonitor monitor)
      throws InferenceException, NotFittedException, IOException {
    int networks = EnsembleFolder.MEMBERS * EnsembleFolder.NETWORKS;
    SubMonitor progress = SubMonitor.convert(monitor, "Training", networks + 1);
    Files.createDirectories(folder.path());
    Files.createDirectories(checkpoints);
    List<TrainingCase> learned = new ArrayList<>();
    List<List<TrainingCase>> parts = parts(cases(cohort));
    for (int part = 0; part < parts.size(); part++) {
      List<TrainingCase> cases = parts.get(part).subList(0, parts.get(part).size() - TEST_PATIENTS);
      Folds folds = Folds.stratified(cases, EnsembleFolder.MEMBERS, SEED);
      for (int member = 0; member < EnsembleFolder.MEMBERS; member++) {
        Path own = folder.network(member, part);
        if (!Files.exists(own)) {
          var lesson = new Lesson(own, member, SEED + member + SEEDS_A_PART * part);
          train(lesson, cases, folds, progress.split(1));
        }
      }
      learned.addAll(cases);
    }
    folder.write(known(cohort, learned));
  }

  /** Cuts a cohort into as many parts as a member has networks. */
  private static List<List<TrainingCase>> parts(List<TrainingCase> all) throws IOException {
    int size = all.size() / EnsembleFolder.NETWORKS;
    if (size < 2 * TEST_PATIENTS) {
      throw new IOException(
          "The campaign needs at least "
              + 2 * TEST_PATIENTS * EnsembleFolder.NETWORKS
              + " prepared patients, there are "
              + all.size()
              + ".");
    }
    List<List<TrainingCase>> parts = new ArrayList<>();
    for (int part = 0; part < EnsembleFolder.NETWORKS; part++) {
      parts.add(all.subList(part * size, (part + 1) * size));
    }
    return parts;
  }

  /** Returns the patients that no network saw, ready for the networks but unscaled. */
  static List<TrainingCase> test(CohortFolder cohort) throws IOException {
    List<TrainingCase> test = new ArrayList<>();
    for (List<TrainingCase> part : parts(cases(cohort))) {
      test.addAll(part.subList(part.size() - TEST_PATIENTS, part.size()));
    }
    return test;
  }

  private static PreparedCohort.Sample sample(CohortFolder cohort) {
    return cohort.cohort().sample(PatientInputs.featureNames(), Endpoint.ever("necrosis"));
  }

  private static List<TrainingCase> cases(CohortFolder cohort) throws IOException {
    var doses =
        new Eqd2Volumes(
            cohort.doses(), cohort.cohort().patients(), FRACTIONS, NetworkDose.EXPONENT);
    PreparedCohort.Sample sample = sample(cohort);
    List<TrainingCase> cases = new ArrayList<>();
    for (int i = 0; i < sample.patients().size(); i++) {
      String id = sample.patients().get(i).id();
      Tensor dose =
          doses
              .of(id, PatientInputs.SIZE)
              .orElseThrow(() -> new IOException("The patient " + id + " has no dose volume."));
      cases.add(
          new TrainingCase(id, Optional.of(dose), sample.set().row(i), sample.set().event(i)));
    }
    return cases;
  }

  /** One network to be trained. */
  private record Lesson(Path folder, int member, long seed) {

    /** Such as {@code member-1-network-2}. */
    String name() {
      return folder.getParent().getFileName() + "-" + folder.getFileName();
    }
  }

  private void train(Lesson lesson, List<TrainingCase> cases, Folds folds, IProgressMonitor monitor)
      throws InferenceException, IOException {
    int member = lesson.member();
    List<TrainingCase> learning = folds.training(member).stream().map(cases::get).toList();
    List<TrainingCase> stopping = folds.validation().get(member).stream().map(cases::get).toList();
    FeaturePreparation preparation = FeaturePreparation.fit(learning);
    long seed = lesson.seed();
    var request =
        new TrainingRequest(
            plan(),
            preparation.start(plan().layout(), seed),
            new DoseAugmentation(COPIES, SHIFT, seed)
                .applied(preparation.scaled(learning), PatientInputs.SIZE),
            preparation.scaled(stopping),
            new TrainingOptions(RATE, DECAY, BATCH, EPOCHS, PATIENCE, seed, 1),
            Optional.of(checkpoints.resolve(lesson.name() + ".checkpoint")));
    TrainedNetwork network = trainer.train(request, lesson.name(), listener, monitor);
    Map<FileRole, byte[]> contents = new EnumMap<>(FileRole.class);
    contents.put(
        FileRole.PARAMETERS,
        new NetworkFile(plan().variant(), plan().size(), List.of(network.weights())).toBytes());
    var description = new MemberDescription(lesson.name(), learning, preparation);
    contents.put(FileRole.CARD, description.card(network).getBytes(StandardCharsets.UTF_8));
    new ModelPackageWriter().write(lesson.folder(), description::of, contents);
  }

  private static KnownPatients known(CohortFolder cohort, List<TrainingCase> cases)
      throws IOException, NotFittedException {
    double[][] plans = new double[cases.size()][];
    for (int i = 0; i < plans.length; i++) {
      String id = cases.get(i).id();
      CohortPatient patient =
          cohort
              .cohort()
              .patients()
              .find(id)
              .orElseThrow(() -> new IOException("There is no patient " + id + "."));
      plans[i] =
          PlanTraits.of(
              cohort.doses().of(id, PatientInputs.SIZE).orElseThrow().toArray(),
              (int) number(patient, FRACTIONS),
              number(patient, PRESCRIBED));
    }
    return KnownPatients.of(
        PatientInputs.featureNames(),
        IntStream.range(0, cases.size())
            .mapToObj(i -> cases.get(i).features())
            .toArray(double[][]::new),
        plans);
  }

  private static double number(CohortPatient patient, String name) throws IOException {
    return patient
        .clinicalNumber(name)
        .orElseThrow(() -> new IOException(patient.id() + " has no " + name + "."));
  }
}
