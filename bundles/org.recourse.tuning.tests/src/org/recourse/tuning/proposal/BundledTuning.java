/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.tuning.proposal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.PlanSnapshot;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.store.CaseStore;
import org.recourse.phantom.BundledCase;
import org.recourse.phantom.PhantomException;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.risk.RiskModel;
import org.recourse.risk.RiskParameterValues;
import org.recourse.risk.published.PublishedRiskModels;

/** The bundled synthetic case with the published models and a made-up network, made once. */
public final class BundledTuning {

  private static final Path FOLDER = create();
  private static final SliceExecutor EXECUTOR = SliceExecutor.ofAllCores();
  private static final OpenCase OPENED = open();

  private BundledTuning() {}

  private static Path create() {
    try {
      Path folder = Files.createTempDirectory("recourse-tuning-tests-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OpenCase open() {
    try {
      Path made = BundledCase.ensure(FOLDER, EXECUTOR, new NullProgressMonitor());
      return OpenCase.load(made, new CaseStore(), EXECUTOR);
    } catch (PhantomException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  public static OpenCase opened() {
    return OPENED;
  }

  public static PlanSnapshot snapshot() {
    return PlanSnapshot.of(OPENED.patientCase(), 7);
  }

  /** The published models and this one. */
  public static CaseModels models(RiskModel network) {
    List<RiskModel> all = new ArrayList<>(PublishedRiskModels.all());
    all.add(network);
    return new CaseModels(
        OPENED.voxels(),
        ContributedRiskCatalogue.of(all, "test"),
        ProtocolCatalogue.NONE,
        RiskParameterValues.DEFAULTS,
        EXECUTOR);
  }
}
