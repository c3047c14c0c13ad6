/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.TimeLimitedCall;

/**
 * The border to the code of a contributor: creates a model when it is first needed and turns every
 * mistake of it into {@link RiskResult.Failed}. Thread-safe.
 */
final class GuardedRiskModel {

  private static final double NS_PER_MS = 1e6;

  /** A model that was created, or the sentence that says why it could not be. */
  private sealed interface Creation {
    record Ready(RiskModel model, RiskModelDescription description) implements Creation {}

    record Broken(String sentence) implements Creation {}
  }

  private final RiskModelContribution contribution;
  private final Duration creationLimit;
  private final Duration timeLimit;
  private Creation creation; // null until first needed; guarded by this

  GuardedRiskModel(RiskModelContribution contribution, Duration creationLimit, Duration timeLimit) {
    this.contribution = contribution;
    this.creationLimit = creationLimit;
    this.timeLimit = timeLimit;
  }

  RiskModelEntry entry() {
    return contribution.entry();
  }

  Optional<RiskModelDescription> description() {
    return switch (creation(new NullProgressMonitor())) {
      case Creation.Ready ready -> Optional.of(ready.description());
      case Creation.Broken broken -> Optional.empty();
    };
  }

  boolean looksAtVoxels() {
    return creation(new NullProgressMonitor()) instanceof Creation.Ready ready
        && ready.model() instanceof AttributingRiskModel;
  }

  RiskAssessment assess(RiskInput input, IProgressMonitor monitor) {
    long startNs = System.nanoTime();
    return switch (creation(monitor)) {
      case Creation.Ready ready ->
          new RiskAssessment(
              entry(),
              Optional.of(ready.description()),
              result(ready.model(), input, monitor),
              (System.nanoTime() - startNs) / NS_PER_MS);
      case Creation.Broken broken ->
          new RiskAssessment(
              entry(),
              Optional.empty(),
              failed(broken.sentence()),
              (System.nanoTime() - startNs) / NS_PER_MS);
    };
  }

  VoxelAttribution attribute(
      RiskInput input, VoxelAttribution.Method method, IProgressMonitor monitor) {
    return switch (creation(monitor)) {
      case Creation.Broken broken -> notAvailable(broken.sentence());
      case Creation.Ready ready ->
          ready.model() instanceof AttributingRiskModel model
              ? attribution(model, input, method, monitor)
              : new VoxelAttribution.NotAvailable(
                  ready.description().title() + " does not look at voxels.");
    };
  }

  List<String> inputGroups() {
    return creation(new NullProgressMonitor()) instanceof Creation.Ready ready
            && ready.model() instanceof PartialInputModel model
        ? List.copyOf(model.inputGroups())
        : List.of();
  }

  List<String> clinicalGroups() {
    return creation(new NullProgressMonitor()) instanceof Creation.Ready ready
            && ready.model() instanceof PartialInputModel model
        ? List.copyOf(model.clinicalGroups())
        : List.of();
  }

  /** A model that fails here has no shares; its number tells what is wrong with it. */
  OptionalDouble scoreKnowing(RiskInput input, Set<String> known, IProgressMonitor monitor) {
    if (!(creation(monitor) instanceof Creation.Ready ready
        && ready.model() instanceof PartialInputModel model)) {
      return OptionalDouble.empty();
    }
    try {
      return TimeLimitedCall.call(
          watched -> model.scoreKnowing(input, known, watched), threadName(), timeLimit, monitor);
    } catch (TimeoutException | ExecutionException e) {
      return OptionalDouble.empty();
    }
  }

  private VoxelAttribution attribution(
      AttributingRiskModel model,
      RiskInput input,
      VoxelAttribution.Method method,
      IProgressMonitor monitor) {
    try {
      VoxelAttribution attribution =
          TimeLimitedCall.call(
              watched -> model.attribute(input, method, watched), threadName(), timeLimit, monitor);
      return attribution == null ? notAvailable("It returned nothing.") : attribution;
    } catch (TimeoutException e) {
      return notAvailable("It took longer than " + timeLimit.toSeconds() + " s and was given up.");
    } catch (ExecutionException e) {
      return notAvailable("It ended with " + inWords(e.getCause()) + ".");
    }
  }

  private VoxelAttribution notAvailable(String what) {
    return new VoxelAttribution.NotAvailable(
        "The risk model "
            + entry().id()
            + " of "
            + entry().contributor()
            + " gave no volume. "
            + what);
  }

  private RiskResult result(RiskModel model, RiskInput input, IProgressMonitor monitor) {
    try {
      RiskResult result =
          TimeLimitedCall.call(
              watched -> model.assess(input, watched), threadName(), timeLimit, monitor);
      return result == null ? failed("It returned nothing.") : result;
    } catch (TimeoutException e) {
      return failed("It took longer than " + timeLimit.toSeconds() + " s and was given up.");
    } catch (ExecutionException e) {
      return failed("It ended with " + inWords(e.getCause()) + ".");
    }
  }

  private synchronized Creation creation(IProgressMonitor monitor) {
    if (creation == null) {
      creation = create(monitor);
    }
    return creation;
  }

  private Creation create(IProgressMonitor monitor) {
    try {
      return TimeLimitedCall.call(
          watched -> checked(contribution.source().create()), threadName(), creationLimit, monitor);
    } catch (TimeoutException e) {
      return new Creation.Broken(
          "It could not be created within " + creationLimit.toSeconds() + " s.");
    } catch (ExecutionException e) {
      return new Creation.Broken("It could not be created: " + inWords(e.getCause()) + ".");
    }
  }

  private Creation checked(RiskModel model) {
    RiskModelDescription description = model.description();
    if (!description.id().equals(entry().id())) {
      return new Creation.Broken(
          "It calls itself " + description.id() + ", but is registered under another id.");
    }
    return new Creation.Ready(model, description);
  }

  private String threadName() {
    return "Risk model " + entry().id();
  }

  private RiskResult failed(String what) {
    String sentence =
        "The risk model "
            + entry().id()
            + " of "
            + entry().contributor()
            + " gave no result. "
            + what
            + " Report this to its vendor; the other models are not affected.";
    return new RiskResult.Failed(sentence, List.of(Finding.error(sentence, entry().contributor())));
  }

  private static String inWords(Throwable cause) {
    return cause instanceof OperationCanceledException
        ? "a cancellation nobody asked for"
        : cause.getClass().getSimpleName()
            + (cause.getMessage() == null ? "" : " (" + cause.getMessage() + ")");
  }
}
