/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal.truth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.inference.engine.ContributedEngineCatalogue;
import org.recourse.inference.engine.EngineContribution;
import org.recourse.inference.engine.EngineEntry;
import org.recourse.inference.model.FileRole;
import org.recourse.inference.model.ModelPackageWriter;
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.network.NetworkWeights;
import org.recourse.inference.onnx.OnnxEngine;
import org.recourse.inference.tensor.Tensor;
import org.recourse.inference.training.FeaturePreparation;
import org.recourse.inference.training.TrainingCase;
import org.recourse.phantom.cohort.CohortSettings;
import org.recourse.radiomics.BuiltInFeatures;

/** The campaign with networks that know nothing yet: what it does, not how well. */
class TruthCampaignTest {

  private static final NullProgressMonitor NOBODY = new NullProgressMonitor();
  private static final int PATIENTS = 60;

  @TempDir private Path folder;

  private static List<TrainingCase> cases() {
    var random = new Random(3);
    return IntStream.range(0, PATIENTS)
        .mapToObj(
            i ->
                new TrainingCase(
                    "p" + i,
                    Optional.of(Tensor.filled(PatientInputs.SIZE.doseShape(), 60)),
                    random.doubles(PatientInputs.featureNames().size()).toArray(),
                    i % 3 == 0))
        .toList();
  }

  /** Untrained networks and a domain of random numbers, which no patient belongs to. */
  private EnsembleFolder untrained() throws Exception {
    var ensemble = new EnsembleFolder(folder.resolve("networks"));
    List<TrainingCase> cases = cases();
    FeaturePreparation preparation = FeaturePreparation.fit(cases);
    for (int k = 0; k < EnsembleFolder.MEMBERS * EnsembleFolder.NETWORKS; k++) {
      var plan = EnsembleTraining.plan();
      NetworkWeights weights = NetworkWeights.initial(plan.layout(), k);
      byte[] parameters = new NetworkFile(plan.variant(), plan.size(), List.of(weights)).toBytes();
      new ModelPackageWriter()
          .write(
              ensemble.network(k % EnsembleFolder.MEMBERS, k / EnsembleFolder.MEMBERS),
              new MemberDescription("network-" + k, cases, preparation)::of,
              Map.of(
                  FileRole.PARAMETERS,
                  parameters,
                  FileRole.CARD,
                  "Untrained.".getBytes(StandardCharsets.UTF_8)));
    }
    assertFalse(ensemble.isComplete());
    var random = new Random(4);
    ensemble.write(
        KnownPatients.of(
            PatientInputs.featureNames(),
            cases.stream().map(TrainingCase::features).toArray(double[][]::new),
            IntStream.range(0, PATIENTS)
                .mapToObj(i -> random.doubles(PlanTraits.NAMES.size()).toArray())
                .toArray(double[][]::new)));
    return ensemble;
  }

  private static NetworkEnsemble load(EnsembleFolder ensemble) throws Exception {
    var engine = new EngineEntry(OnnxEngine.ID, "ONNX Runtime", "test");
    return NetworkEnsemble.load(
        ensemble,
        new ContributedEngineCatalogue(List.of(new EngineContribution(engine, OnnxEngine::new))),
        NOBODY);
  }

  @Test
  void abstainsFromPatientsItDoesNotKnowAndTriesNobodyTwice() throws Exception {
    EnsembleFolder ensemble = untrained();
    assertTrue(ensemble.isComplete());
    var groups = List.of(new TruthGroup("foreign", CohortSettings.STANDARD, 5, 1));
    var log = new TruthLog(folder.resolve("log.jsonl"), ensemble.digest());
    try (var networks = load(ensemble);
        var executor = SliceExecutor.ofThreads(1)) {
      var campaign =
          new TruthCampaign(networks, ensemble.known(), BuiltInFeatures.catalogue(), executor);

      List<TruthRecord> records = campaign.run(groups, log, NOBODY);

      assertEquals(1, records.size());
      assertFalse(records.getFirst().inDomain());
      assertFalse(records.getFirst().strange().isEmpty());
      assertEquals(Optional.empty(), records.getFirst().accepted());
      assertEquals(records, campaign.run(groups, log, NOBODY)); // from the log
    }
  }

  @Test
  void anotherEnsembleHasAnotherDigest() throws Exception {
    EnsembleFolder ensemble = untrained();
    String before = ensemble.digest();

    assertEquals(before, ensemble.digest());
    Files.writeString(ensemble.network(0, 1).resolve("MODEL_CARD.md"), "X");
    assertFalse(before.equals(ensemble.digest()));
  }

  @Test
  void refusesADomainThatCannotBeRead() throws Exception {
    EnsembleFolder ensemble = untrained();
    Files.writeString(ensemble.path().resolve("known-patients.json"), "{");

    var refusal = assertThrows(IOException.class, ensemble::known);

    assertTrue(refusal.getMessage().contains("known-patients.json"), refusal.getMessage());
  }
}
