/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.extension.UniqueIds;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.model.ModelPackage;

/** Engines from a list. A vendor's mistake becomes a finding that names the bundle. Thread-safe. */
public final class ContributedEngineCatalogue implements EngineCatalogue {

  private final Map<String, ContributedEngine> engineById;
  private final List<Finding> findings;
  private final EngineChoice choice;

  public ContributedEngineCatalogue(List<EngineContribution> contributions) {
    this(contributions, Optional::empty);
  }

  /**
   * @param choice asked for the engine to try first whenever a model is loaded
   */
  public ContributedEngineCatalogue(List<EngineContribution> contributions, EngineChoice choice) {
    this.choice = Objects.requireNonNull(choice, "choice");
    var unique =
        UniqueIds.of(
            contributions.stream().map(ContributedEngine::new).toList(),
            "inference engine",
            engine -> engine.entry().id(),
            engine -> engine.entry().contributor());
    engineById = unique.byId();
    findings = unique.findings();
  }

  @Override
  public List<EngineEntry> engines() {
    return engineById.values().stream().map(ContributedEngine::entry).toList();
  }

  @Override
  public EngineState state(String engineId) {
    return engine(engineId).state();
  }

  private ContributedEngine engine(String engineId) {
    return Objects.requireNonNull(engineById.get(engineId), () -> "no engine " + engineId);
  }

  @Override
  public List<Finding> findings() {
    return findings;
  }

  @Override
  public LoadedModel load(ModelPackage model, EngineOptions options, IProgressMonitor monitor)
      throws InferenceException {
    SubMonitor progress = SubMonitor.convert(monitor, "Loading model", engineById.size());
    String format = model.description().networkFormat();
    var reasons = new ArrayList<String>();
    var skipped = new ArrayList<Finding>();
    for (ContributedEngine engine : inOrder()) {
      progress.checkCanceled();
      try {
        if (engine.reads(format)) {
          return withFindings(engine.load(model, options, progress.split(1)), skipped);
        }
      } catch (InferenceException e) {
        reasons.add(e.getMessage());
        skipped.add(
            Finding.warning(
                "The engine "
                    + engine.entry().title()
                    + " was not used and the next one took its place: "
                    + e.getMessage(),
                engine.entry().id()));
      }
    }
    String all = reasons.isEmpty() ? "none reads the format " + format : String.join(" ", reasons);
    throw new InferenceException(
        "No engine can run the model " + model.description().identity().title() + ": " + all);
  }

  @Override
  public LoadedModel loadWith(
      String engineId, ModelPackage model, EngineOptions options, IProgressMonitor monitor)
      throws InferenceException {
    ContributedEngine engine = engine(engineId);
    String format = model.description().networkFormat();
    if (!engine.reads(format)) {
      throw new InferenceException(
          "The engine " + engine.entry().title() + " does not read the format " + format + ".");
    }
    return engine.load(model, options, monitor);
  }

  /** The order of the contributions, with the engine that is preferred in front. */
  private List<ContributedEngine> inOrder() {
    var ordered = new ArrayList<>(engineById.values());
    choice
        .preferredEngineId()
        .map(engineById::get)
        .ifPresent(
            preferred -> {
              ordered.remove(preferred);
              ordered.add(0, preferred);
            });
    return ordered;
  }

  private static LoadedModel withFindings(LoadedModel model, List<Finding> skipped) {
    return skipped.isEmpty() ? model : new FallbackModel(model, skipped);
  }

  /** One contribution; the engine is made once, and what it throws is turned into a sentence. */
  private static final class ContributedEngine {

    private final EngineContribution contribution;
    private InferenceEngine made; // null until first needed; guarded by this

    ContributedEngine(EngineContribution contribution) {
      this.contribution = contribution;
    }

    EngineEntry entry() {
      return contribution.entry();
    }

    boolean reads(String format) throws InferenceException {
      return guarded(() -> engine().description().networkFormats().contains(format));
    }

    EngineState state() {
      try {
        return guarded(() -> engine().state());
      } catch (InferenceException e) {
        return new EngineState.Unavailable(e.getMessage());
      }
    }

    LoadedModel load(ModelPackage model, EngineOptions options, IProgressMonitor monitor)
        throws InferenceException {
      return guarded(() -> engine().load(model, options, monitor));
    }

    private synchronized InferenceEngine engine() throws Exception {
      if (made == null) {
        InferenceEngine created = contribution.maker().call();
        if (!created.description().id().equals(entry().id())) {
          throw new InferenceException(
              "it calls itself " + created.description().id() + " instead of " + entry().id());
        }
        made = created;
      }
      return made;
    }

    /** The border to code of vendors, so everything it can throw is caught, linkage included. */
    private <T> T guarded(Callable<T> call) throws InferenceException {
      try {
        return Objects.requireNonNull(call.call(), "the engine returned nothing");
      } catch (OperationCanceledException | InferenceException e) {
        throw e;
      } catch (Exception | LinkageError e) {
        throw new InferenceException(
            "The engine "
                + entry().title()
                + " of the bundle "
                + entry().contributor()
                + " failed: "
                + e,
            e);
      }
    }
  }
}
