/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.training.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.recourse.inference.model.Calibration;
import org.recourse.inference.model.FeatureScaling;
import org.recourse.inference.model.ValidityDomain;
import org.recourse.inference.network.NetworkFile;
import org.recourse.inference.network.NetworkLayout;
import org.recourse.inference.training.CrossValidation;
import org.recourse.inference.training.Recalibration;
import org.recourse.inference.training.TrainingOptions;
import org.recourse.training.AucText;

/**
 * The card of a package: a text with places for numbers, beside this class.
 *
 * @param content what is written
 * @param file its networks
 * @param features inputs of the networks
 * @param domain where the model may be believed
 */
record PackageCard(
    PackageContent content,
    NetworkFile file,
    List<FeatureScaling> features,
    ValidityDomain domain) {

  private static final String TEMPLATE = "card.md";

  String text() {
    String text = template();
    for (Map.Entry<String, Object> value : values().entrySet()) {
      text = text.replace("{" + value.getKey() + "}", value.getValue().toString());
    }
    return text;
  }

  private static String template() {
    try (InputStream in =
        Objects.requireNonNull(PackageCard.class.getResourceAsStream(TEMPLATE), TEMPLATE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> values() {
    CrossValidation chosen = content.chosen();
    TrainingOptions options = chosen.candidate().options();
    NetworkLayout layout = file.model().layout();
    Map<String, Object> values = new LinkedHashMap<>(model());
    values.put("variant", file.variant());
    values.put("firstChannels", layout.channels(1));
    values.put("lastChannels", layout.channels(NetworkLayout.BLOCKS));
    values.put(
        "parameters",
        file.model().tensors().values().stream().mapToInt(t -> t.shape().valueCount()).sum());
    values.put("decay", shown("%.0e", options.weightDecay()));
    values.put("batch", options.batchSize());
    values.put("epochs", options.epochs());
    values.put("folds", chosen.fits().size());
    values.put("seed", options.seed());
    values.put(
        "search",
        content.searched().stream().map(PackageCard::line).collect(Collectors.joining("; ")));
    values.put("rate", shown("%.0e", options.learningRate()));
    values.put("finalEpochs", chosen.meanKeptEpoch());
    values.put("auc", AucText.withInterval(chosen));
    values.put("accuracy", shown("%.3f", chosen.accuracyFraction()));
    values.put("loss", shown("%.3f", chosen.loss()));
    values.put("recalibration", recalibration());
    values.put("seconds", shown("%.0f", content.processorSeconds()));
    values.put("threads", options.threads());
    return values;
  }

  private Map<String, Object> model() {
    boolean synthetic = content.patients().synthetic();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("title", content.title());
    values.put("warning", synthetic ? warningOfSynthetic() : warningOfLocal());
    values.put("id", content.id());
    values.put("dose", dose());
    values.put("inputs", inputs());
    values.put("components", components());
    values.put("patients", content.patients().description());
    values.put("events", content.patients().eventCount());
    values.put("count", content.patients().cases().size());
    values.put("truth", content.patients().truth());
    values.put("domain", domainText());
    values.put(
        "again",
        synthetic ? "Made again by `releng/recourse models train-demo --to FOLDER --all`." : "");
    return values;
  }

  private static String warningOfSynthetic() {
    return """
    **Trained on synthetic patients with a made-up outcome. It says nothing about any person.** For
    a case that is not marked synthetic no number is shown, unless demonstration output is turned
    on; then it is a score with this label, never a probability.\
    """
        .strip();
  }

  private static String warningOfLocal() {
    return """
    **For research only.** It was trained and cross-validated on the patients below; no other
    hospital has tested it.\
    """
        .strip();
  }

  private String dose() {
    return content.inputs().dose()
        ? "physical, in PTVnx, "
            + content.settings().box().title()
            + " (paper: 120 x 120 x 80), 0 Gy outside of PTVnx"
        : "not read: the score does not change with the plan";
  }

  private String inputs() {
    return features.size()
        + " of "
        + content.patients().featureNames().size()
        + " candidates, those that at least one of the networks uses";
  }

  private String components() {
    int sequences = content.inputs().sequences().size();
    return sequences == 1
        ? "one sequence, no components"
        : "principal components of the %d chosen features to %d, fitted on the training part of each"
                .formatted(
                    sequences * NetworkLayout.SEQUENCE_FEATURES, NetworkLayout.SEQUENCE_FEATURES)
            + " fold";
  }

  private String recalibration() {
    String line =
        Recalibration.of(content.chosen())
            .map(PackageCard::line)
            .orElse("none possible, so numbers stay scores");
    return content.patients().synthetic()
        ? line + "; not used, since a model of synthetic patients gives scores only"
        : line;
  }

  private static String line(Calibration calibration) {
    return String.format(
        Locale.ROOT,
        "slope %.2f, intercept %.2f at incidence %.2f",
        calibration.slope(),
        calibration.intercept(),
        calibration.incidenceFraction());
  }

  private String domainText() {
    return String.format(
        Locale.ROOT,
        "root mean square distance of the features at most %.1f; %s%.0f to %.0f fractions of %.2f"
            + " to %.2f Gy",
        domain.largestFeatureDistance(),
        content.inputs().dose()
            ? shown("hottest dose in PTVnx %.1f", domain.maximumDoseGy().minimum())
                + shown(" to %.1f Gy; ", domain.maximumDoseGy().maximum())
            : "",
        content.patients().facts().fractions().minimum(),
        content.patients().facts().fractions().maximum(),
        content.patients().facts().dosePerFractionGy().minimum(),
        content.patients().facts().dosePerFractionGy().maximum());
  }

  private static String line(CrossValidation result) {
    return shown("rate %.0e: AUC ", result.candidate().options().learningRate())
        + AucText.of(result.auc());
  }

  private static String shown(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
