/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.registration;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.Vector3;
import org.recourse.registration.quality.ContourOverlap;
import org.recourse.registration.quality.LandmarkError;
import org.recourse.registration.quality.QualityReport;
import org.recourse.registration.quality.QualityThresholds;
import org.recourse.registration.quality.VolumeChange;

/**
 * The report of a registration as {@code recourse/register/1}: written beside the DICOM object as
 * {@code quality.json}, by the command as well as by the window. Stateless.
 */
public final class RegistrationDocument {

  /** File name of the report beside the DICOM object. */
  public static final String FILE_NAME = "quality.json";

  private static final String SCHEMA = "recourse/register/1";

  private RegistrationDocument() {}

  /** Returns the whole text of a report, for a writer without an envelope of its own. */
  public static String text(
      ImagePair pair,
      JudgedRegistration judged,
      List<Finding> findings,
      KeptRegistration.Files files,
      String software,
      Instant created) {
    var body = new JsonObject();
    body.addProperty("schema", SCHEMA);
    body.addProperty("software", software);
    body.addProperty("created", created.toString());
    body.add("inputs", new JsonArray());
    entries(pair, judged).forEach(body::add);
    body.add("registrationFiles", files(files));
    body.addProperty("kept", true);
    var array = new JsonArray();
    for (Finding finding : findings) {
      var json = new JsonObject();
      json.addProperty("severity", finding.severity().name());
      json.addProperty("text", finding.text());
      if (!finding.affected().isEmpty()) {
        json.addProperty("affected", finding.affected());
      }
      array.add(json);
    }
    body.add("findings", array);
    return new GsonBuilder().disableHtmlEscaping().create().toJson(body);
  }

  /** Returns the paths of the DICOM objects within the case folder. */
  public static JsonObject files(KeptRegistration.Files files) {
    var json = new JsonObject();
    json.addProperty("rigid", files.rigidPath());
    files.deformablePath().ifPresent(path -> json.addProperty("deformable", path));
    return json;
  }

  /** Returns what the report says about one registration, in the order of the file. */
  public static Map<String, JsonElement> entries(ImagePair pair, JudgedRegistration judged) {
    var entries = new LinkedHashMap<String, JsonElement>();
    entries.put("label", new JsonPrimitive(pair.label()));
    entries.put("fixedSeriesInstanceUid", new JsonPrimitive(pair.fixedSeriesUid()));
    entries.put("movingSeriesInstanceUid", new JsonPrimitive(pair.movingSeriesUid()));
    entries.put("fixedFrameUid", new JsonPrimitive(pair.fixedFrameUid()));
    entries.put("movingFrameUid", new JsonPrimitive(pair.movingFrameUid()));
    entries.put("similarity", new JsonPrimitive(pair.similarity().name()));
    entries.put("transform", transform(judged));
    entries.put("verdict", new JsonPrimitive(judged.quality().verdict().name()));
    var uncertainty = new JsonObject();
    uncertainty.addProperty("radiusMm", judged.uncertaintyMm());
    uncertainty.addProperty(
        "source", judged.ensemble().isPresent() ? "ENSEMBLE" : "QUALITY_ASSURANCE");
    judged
        .ensemble()
        .ifPresent(
            ensemble -> {
              uncertainty.add("semiAxesMm", numbers(ensemble.ellipsoid().semiAxesMm()));
              uncertainty.addProperty("members", ensemble.members().size());
            });
    entries.put("uncertainty", uncertainty);
    QualityThresholds limits = QualityThresholds.tg132();
    entries.put("limitsSource", new JsonPrimitive(limits.source()));
    entries.put("checks", checks(judged.quality(), limits));
    return entries;
  }

  private static JsonObject transform(JudgedRegistration judged) {
    var json = new JsonObject();
    json.addProperty("deformable", judged.deformed().isPresent());
    var matrix = new JsonArray();
    for (double entry : judged.rigid().matrix().toMatrix4x4()) {
      matrix.add(entry);
    }
    json.add("fixedToMovingMatrixMm", matrix);
    json.add("rotationDegrees", numbers(judged.rigid().rotationRad().times(180 / Math.PI)));
    json.add("shiftMm", numbers(judged.rigid().shiftMm()));
    json.add("centreMm", numbers(judged.rigid().centreMm()));
    judged.iterations().ifPresent(steps -> json.addProperty("iterations", steps));
    return json;
  }

  private static JsonArray numbers(Vector3 v) {
    var array = new JsonArray();
    array.add(v.x());
    array.add(v.y());
    array.add(v.z());
    return array;
  }

  private static JsonArray checks(QualityReport quality, QualityThresholds limits) {
    var checks = new JsonArray();
    var jacobian = check("jacobian", quality.jacobian().least() >= limits.leastJacobian());
    number(jacobian, "leastFactor", quality.jacobian().least());
    number(jacobian, "largestFactor", quality.jacobian().largest());
    jacobian.addProperty("limitFactor", limits.leastJacobian());
    checks.add(jacobian);
    volumes(quality, limits).ifPresent(checks::add);
    reverse(quality, limits).ifPresent(checks::add);
    var inverse = check("inverseConsistency", quality.inverse().meanMm() <= limits.inverseMm());
    number(inverse, "meanMm", quality.inverse().meanMm());
    number(inverse, "largestMm", quality.inverse().maximumMm());
    inverse.addProperty("limitMm", limits.inverseMm());
    checks.add(inverse);
    quality
        .alignment()
        .ifPresent(
            probe -> {
              var json = check("secondRegistration", probe.correctionMm() <= limits.correctionMm());
              number(json, "correctionMm", probe.correctionMm());
              number(json, "correlation", probe.correlation());
              json.addProperty("limitMm", limits.correctionMm());
              checks.add(json);
            });
    landmarks(quality.landmarks(), limits).ifPresent(checks::add);
    if (!quality.contours().isEmpty()) {
      checks.add(contours(quality.contours(), limits));
    }
    return checks;
  }

  private static Optional<JsonObject> landmarks(
      Optional<LandmarkError> landmarks, QualityThresholds limits) {
    return landmarks.map(
        error -> {
          var json = check("landmarks", error.meanMm() <= limits.landmarkMm());
          number(json, "meanMm", error.meanMm());
          number(json, "largestMm", error.maximumMm());
          json.addProperty("worst", error.worst());
          json.addProperty("limitMm", limits.landmarkMm());
          var points = new JsonArray();
          for (LandmarkError.Single single : error.each()) {
            var point = new JsonObject();
            point.addProperty("name", single.name());
            number(point, "errorMm", single.errorMm());
            points.add(point);
          }
          json.add("points", points);
          return json;
        });
  }

  /** Only a deformation changes volumes. */
  private static Optional<JsonObject> volumes(QualityReport quality, QualityThresholds limits) {
    if (quality.volume().equals(VolumeChange.NONE)) {
      return Optional.empty();
    }
    var json =
        check("volumeChange", quality.volume().unlikelyFraction() <= limits.unlikelyFraction());
    number(json, "percentile1Factor", quality.volume().percentile1());
    number(json, "percentile99Factor", quality.volume().percentile99());
    number(json, "unlikelyFraction", quality.volume().unlikelyFraction());
    json.addProperty("limitFraction", limits.unlikelyFraction());
    json.addProperty("limitLeastFactor", limits.leastVolumeFactor());
    json.addProperty("limitLargestFactor", limits.mostVolumeFactor());
    return Optional.of(json);
  }

  private static Optional<JsonObject> reverse(QualityReport quality, QualityThresholds limits) {
    return quality
        .reverse()
        .map(
            reverse -> {
              var json = check("reverseSearch", reverse.percentile95Mm() <= limits.reverseMm());
              number(json, "meanMm", reverse.meanMm());
              number(json, "percentile95Mm", reverse.percentile95Mm());
              number(json, "percentile99Mm", reverse.percentile99Mm());
              json.addProperty("limitMm", limits.reverseMm());
              return json;
            });
  }

  private static JsonObject contours(
      Map<String, ContourOverlap> contours, QualityThresholds limits) {
    boolean passed =
        contours.values().stream()
            .allMatch(
                overlap ->
                    overlap.dice() >= limits.leastDice()
                        && overlap.meanDistanceMm() <= limits.contourMm());
    var json = check("contours", passed);
    json.addProperty("limitDice", limits.leastDice());
    json.addProperty("limitMm", limits.contourMm());
    var structures = new JsonArray();
    new TreeMap<>(contours)
        .forEach(
            (name, overlap) -> {
              var structure = new JsonObject();
              structure.addProperty("name", name);
              number(structure, "dice", overlap.dice());
              number(structure, "meanDistanceMm", overlap.meanDistanceMm());
              number(structure, "hausdorffMm", overlap.hausdorffMm());
              structures.add(structure);
            });
    json.add("structures", structures);
    return json;
  }

  private static JsonObject check(String id, boolean passed) {
    var json = new JsonObject();
    json.addProperty("id", id);
    json.addProperty("passed", passed);
    return json;
  }

  /** A figure that is not finite has failed its check and has no number in JSON. */
  private static void number(JsonObject json, String key, double value) {
    if (Double.isFinite(value)) {
      json.addProperty(key, value);
    }
  }
}
