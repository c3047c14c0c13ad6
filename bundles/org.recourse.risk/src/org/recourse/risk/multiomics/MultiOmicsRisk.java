/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.multiomics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.grid.volume.Mask;
import org.recourse.inference.engine.InferenceException;
import org.recourse.inference.engine.LoadedModel;
import org.recourse.inference.engine.NamedTensors;
import org.recourse.inference.model.Calibration;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.TensorSpecification;
import org.recourse.inference.prediction.CourseFacts;
import org.recourse.inference.prediction.DomainCheck;
import org.recourse.inference.prediction.DomainVerdict;
import org.recourse.inference.prediction.EnsembleInterval;
import org.recourse.inference.prediction.Prediction;
import org.recourse.inference.prediction.PredictionRule;
import org.recourse.inference.tensor.Tensor;
import org.recourse.risk.AttributingRiskModel;
import org.recourse.risk.MrSequence;
import org.recourse.risk.PartialInputModel;
import org.recourse.risk.RiskInput;
import org.recourse.risk.RiskInputValue;
import org.recourse.risk.RiskModelDescription;
import org.recourse.risk.RiskResult;
import org.recourse.risk.RiskUnit;
import org.recourse.risk.RiskValue;
import org.recourse.risk.VoxelAttribution;

/**
 * A model package as a risk model. Thread-safe. It keeps the loaded network, and what it derived
 * from images and contours of the last cases, because no edit of a plan changes that; the same
 * input always gives the same answer.
 */
public final class MultiOmicsRisk implements AttributingRiskModel, PartialInputModel {

  /** Parameter that shows the number of a model of synthetic patients for other patients too. */
  public static final String DEMONSTRATION = "demonstrationOutput";

  private final PackageModel source;
  private final TargetMemory memory;
  private final BooleanSupplier demonstrationOn;

  /**
   * Makes a model.
   *
   * @param source the package
   * @param memory what is kept of images and contours
   * @param demonstrationOn whether the user turned demonstration output on; asked at every answer
   */
  public MultiOmicsRisk(PackageModel source, TargetMemory memory, BooleanSupplier demonstrationOn) {
    this.demonstrationOn = Objects.requireNonNull(demonstrationOn, "demonstrationOn");
    this.source = Objects.requireNonNull(source, "source");
    this.memory = Objects.requireNonNull(memory, "memory");
  }

  @Override
  public RiskModelDescription description() {
    return PackageTexts.description(source.description());
  }

  @Override
  public RiskResult assess(RiskInput input, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Necrosis network", 10);
    Optional<RiskResult> withheld = withheld(input); // before any image is read
    if (withheld.isPresent()) {
      return withheld.get();
    }
    var question = new CaseQuestion(input, source.description());
    if (!question.lacks().isEmpty()) {
      return new RiskResult.NotApplicable(question.lacks(), List.of(), List.of());
    }
    Optional<double[]> features = features(question, progress.split(6));
    if (features.isEmpty()) {
      return new RiskResult.NotApplicable(question.lacks(), List.of(), List.of());
    }
    try {
      return answer(question, features.get(), progress.split(4));
    } catch (InferenceException e) { // the catalogue turns it into a failure that names the bundle
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** Says nothing about patients before anything is computed, if the model may not. */
  private Optional<RiskResult> withheld(RiskInput input) {
    Prediction allowed =
        rule(input).prediction(source.description(), 0.5, new DomainVerdict.Inside(0));
    return allowed instanceof Prediction.Withheld(String sentence)
        ? Optional.of(
            new RiskResult.NotApplicable(List.of(), List.of(sentence), List.<Finding>of()))
        : Optional.empty();
  }

  private PredictionRule rule(RiskInput input) {
    boolean demonstration =
        demonstrationOn.getAsBoolean()
            || input.parameters().value(description(), DEMONSTRATION) > 0;
    return new PredictionRule(input.synthetic(), demonstration);
  }

  private Optional<double[]> features(CaseQuestion question, IProgressMonitor monitor) {
    List<String> names =
        source.description().features().stream().map(FeatureScaling::name).toList();
    Map<MrSequence, List<String>> bySequence = new LinkedHashMap<>();
    for (String name : names) {
      bySequence
          .computeIfAbsent(SequenceFeatures.sequence(name).orElseThrow(), key -> new ArrayList<>())
          .add(SequenceFeatures.plain(name));
    }
    SubMonitor progress = SubMonitor.convert(monitor, bySequence.size());
    Map<String, Double> values = new LinkedHashMap<>();
    for (Map.Entry<MrSequence, List<String>> entry : bySequence.entrySet()) {
      Optional<double[]> own =
          memory.features(
              question.images().get(entry.getKey()),
              question.target(),
              entry.getValue(),
              progress.split(1));
      if (own.isEmpty()) {
        question
            .lacks()
            .add(
                "A feature of the "
                    + entry.getKey()
                    + " image is not defined in the target; is the target inside of the image?");
        return Optional.empty();
      }
      for (int i = 0; i < own.get().length; i++) {
        values.put(entry.getKey() + "/" + entry.getValue().get(i), own.get()[i]);
      }
    }
    return Optional.of(names.stream().mapToDouble(values::get).toArray());
  }

  @Override
  public VoxelAttribution attribute(
      RiskInput input, VoxelAttribution.Method method, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, "Necrosis network", 10);
    ModelDescription model = source.description();
    Prediction allowed = rule(input).prediction(model, 0.5, new DomainVerdict.Inside(0));
    if (allowed instanceof Prediction.Withheld(String sentence)) {
      return new VoxelAttribution.NotAvailable(sentence);
    }
    var question = new CaseQuestion(input, model);
    if (!question.takesDose()) {
      return new VoxelAttribution.NotAvailable(
          model.identity().title() + " takes no dose, so no voxel of it counts.");
    }
    Optional<double[]> features =
        question.lacks().isEmpty() ? features(question, progress.split(4)) : Optional.empty();
    if (features.isEmpty()) {
      return new VoxelAttribution.NotAvailable(String.join(" ", question.lacks()));
    }
    try {
      Given given = given(question, features.get(), progress.split(1));
      Mask looked = memory.mask(question.target(), model, progress.split(1));
      SubMonitor asking = progress.split(4);
      return source.ask(
          network ->
              new TargetAttribution(network, rule(input))
                  .of(method, given.inputs(), given.verdict(), looked, asking),
          asking);
    } catch (InferenceException e) { // the catalogue turns it into a sentence
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  /** What the network is given, and whether it may be believed there. */
  private record Given(NamedTensors inputs, DomainVerdict verdict) {}

  private Given given(CaseQuestion question, double[] features, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 2);
    ModelDescription model = source.description();
    Optional<DoseGrid> dose = question.dose(progress.split(1));
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    double maximumGy = 0;
    for (TensorSpecification input : model.inputs()) {
      if (input.role() == TensorSpecification.Role.DOSE) {
        Tensor volume =
            memory.dose(dose.orElseThrow(), question.target(), model, progress.split(1));
        maximumGy = maximum(volume);
        tensors.put(input.name(), volume);
      } else {
        tensors.put(input.name(), scaled(features, model, input));
      }
    }
    return new Given(
        new NamedTensors(tensors), verdict(model, features, question, dose.isPresent(), maximumGy));
  }

  private RiskResult answer(CaseQuestion question, double[] features, IProgressMonitor monitor)
      throws InferenceException {
    SubMonitor progress = SubMonitor.convert(monitor, 4);
    Given given = given(question, features, progress.split(2));
    SubMonitor asking = progress.split(2);
    return source.ask(network -> result(question, given, network, asking), asking);
  }

  private RiskResult result(
      CaseQuestion question, Given given, LoadedModel network, IProgressMonitor monitor)
      throws InferenceException {
    ModelDescription model = source.description();
    String name = model.output(TensorSpecification.Role.SCORE).orElseThrow().name();
    double score = network.run(given.inputs(), monitor).tensor(name).at(0);
    var ensemble =
        new EnsembleReading(
            score, EnsembleInterval.of(network.ensembleScores(given.inputs(), monitor)));
    Prediction prediction = rule(question.input()).prediction(model, score, given.verdict());
    return result(prediction, ensemble, given.verdict(), network.findings());
  }

  /** A model without dose has no range of doses to be in; only its features are compared. */
  private static DomainVerdict verdict(
      ModelDescription model,
      double[] features,
      CaseQuestion question,
      boolean withDose,
      double maximumGy) {
    double withinGy = withDose ? maximumGy : model.domain().maximumDoseGy().minimum();
    return new DomainCheck(model)
        .verdict(
            features,
            new CourseFacts(
                model.dose().quantity(),
                model.dose().voxelSizeXMm(),
                model.dose().voxelSizeYMm(),
                model.dose().voxelSizeZMm(),
                withinGy,
                question.fractions(),
                question.dosePerFractionGy()));
  }

  private RiskResult result(
      Prediction prediction,
      EnsembleReading ensemble,
      DomainVerdict verdict,
      List<Finding> engineFindings) {
    var findings = new ArrayList<>(engineFindings);
    var reasons = new ArrayList<String>();
    var inputs = new ArrayList<RiskInputValue>();
    inputs.add(
        new RiskInputValue(
            "distance of the MR features from training",
            verdict.featureDistance(),
            RiskUnit.ONE,
            "root mean square of the scaled features; 1 is typical of training"));
    inputs.addAll(ensemble.inputs());
    if (verdict instanceof DomainVerdict.Outside outside) {
      findings.addAll(outside.findings());
    }
    ensemble
        .disagreement()
        .ifPresent(
            text -> findings.add(Finding.warning(text, source.description().identity().title())));
    return switch (prediction) {
      case Prediction.Withheld(String sentence) ->
          new RiskResult.NotApplicable(List.of(), List.of(sentence), findings);
      case Prediction.Score(double value, String label) -> {
        if (!label.isEmpty()) {
          reasons.add(label + ".");
        }
        reasons.add("A score orders patients; it is no probability.");
        ensemble.disagreement().ifPresent(reasons::add);
        yield assessed(
            new RiskValue.Score(value, ensemble.interval95(), RiskValue.Bound.VALUE),
            inputs,
            reasons,
            findings,
            verdict,
            ensemble.scores());
      }
      case Prediction.Probability(double fraction) -> {
        reasons.add(
            "The score of the network is %.3f before calibration.".formatted(ensemble.score()));
        ensemble.disagreement().ifPresent(reasons::add);
        Calibration calibration = source.description().calibration().orElseThrow();
        yield assessed(
            new RiskValue.Probability(
                fraction, ensemble.interval95(calibration, fraction), RiskValue.Bound.VALUE),
            inputs,
            reasons,
            findings,
            verdict,
            ensemble.probabilities(calibration));
      }
    };
  }

  private static RiskResult assessed(
      RiskValue value,
      List<RiskInputValue> inputs,
      List<String> reasons,
      List<Finding> findings,
      DomainVerdict verdict,
      List<Double> members) {
    boolean inDomain = verdict instanceof DomainVerdict.Inside;
    return new RiskResult.Assessed(value, List.of(), inputs, reasons, findings, inDomain, members);
  }

  @Override
  public List<String> inputGroups() {
    return new PartialInputs(source.description()).groups();
  }

  @Override
  public OptionalDouble scoreKnowing(RiskInput input, Set<String> known, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, 3);
    var question = new CaseQuestion(input, source.description());
    Optional<double[]> features =
        withheld(input).isEmpty() && question.lacks().isEmpty()
            ? features(question, progress.split(1))
            : Optional.empty();
    if (features.isEmpty()) {
      return OptionalDouble.empty();
    }
    NamedTensors partly =
        new PartialInputs(source.description())
            .knowing(known, given(question, features.get(), progress.split(1)).inputs());
    String name = source.description().output(TensorSpecification.Role.SCORE).orElseThrow().name();
    SubMonitor asking = progress.split(1);
    try {
      double score =
          source.ask(network -> (double) network.run(partly, asking).tensor(name).at(0), asking);
      return OptionalDouble.of(score);
    } catch (InferenceException e) { // the catalogue turns it into a failure
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  private static Tensor scaled(
      double[] features, ModelDescription model, TensorSpecification input) {
    float[] values = new float[features.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) model.features().get(i).scaled(features[i]);
    }
    return Tensor.of(input.shape(), values);
  }

  private static double maximum(Tensor volume) {
    double maximum = 0;
    for (float value : volume.toArray()) {
      maximum = Math.max(maximum, value);
    }
    return maximum;
  }
}
