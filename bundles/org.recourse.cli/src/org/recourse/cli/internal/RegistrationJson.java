/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.recourse.assistant.registration.ImagePair;
import org.recourse.grid.geometry.Vector3;
import org.recourse.registration.quality.CheckedRegistration;
import org.recourse.registration.quality.QualityReport;
import org.recourse.registration.quality.QualityThresholds;
import org.recourse.registration.search.DeformableResult;
import org.recourse.registration.transform.RigidTransform;

/** The keys of {@code recourse/register/1}. Not thread-safe. */
final class RegistrationJson {

  private final JsonResult result;
  private final ImagePair pair;
  private final CheckedRegistration.Request request;
  private final CheckedRegistration.Outcome outcome;

  RegistrationJson(
      JsonResult result,
      ImagePair pair,
      CheckedRegistration.Request request,
      CheckedRegistration.Outcome outcome) {
    this.result = result;
    this.pair = pair;
    this.request = request;
    this.outcome = outcome;
  }

  void addAll() {
    result.add("label", new JsonPrimitive(pair.label()));
    result.add("fixedSeriesInstanceUid", new JsonPrimitive(pair.fixedSeriesUid()));
    result.add("movingSeriesInstanceUid", new JsonPrimitive(pair.movingSeriesUid()));
    result.add("fixedFrameUid", new JsonPrimitive(pair.fixedFrameUid()));
    result.add("movingFrameUid", new JsonPrimitive(pair.movingFrameUid()));
    result.add("similarity", new JsonPrimitive(pair.similarity().name()));
    result.add("transform", transform());
    result.add("verdict", new JsonPrimitive(outcome.quality().verdict().name()));
    var uncertainty = new JsonObject();
    result.number(uncertainty, "radiusMm", outcome.uncertaintyMm(), pair.label());
    uncertainty.addProperty("source", "QUALITY_ASSURANCE");
    result.add("uncertainty", uncertainty);
    result.add("checks", checks());
  }

  private JsonObject transform() {
    RigidTransform rigid = outcome.rigid().fixedToMoving();
    var json = new JsonObject();
    json.addProperty("deformable", request.deformable());
    var matrix = new JsonArray();
    for (double entry : rigid.matrix().toMatrix4x4()) {
      matrix.add(entry);
    }
    json.add("fixedToMovingMatrixMm", matrix);
    json.add("rotationDegrees", numbers(rigid.rotationRad().times(180 / Math.PI)));
    json.add("shiftMm", numbers(rigid.shiftMm()));
    json.add("centreMm", numbers(rigid.centreMm()));
    json.addProperty(
        "iterations",
        outcome.rigid().iterations()
            + outcome.deformation().map(DeformableResult::iterations).orElse(0));
    return json;
  }

  private static JsonArray numbers(Vector3 v) {
    var array = new JsonArray();
    array.add(v.x());
    array.add(v.y());
    array.add(v.z());
    return array;
  }

  private JsonArray checks() {
    QualityReport quality = outcome.quality();
    QualityThresholds limits = QualityThresholds.tg132();
    var checks = new JsonArray();
    var jacobian = check("jacobian", quality.jacobian().least() >= limits.leastJacobian());
    result.number(jacobian, "leastFactor", quality.jacobian().least(), pair.label());
    result.number(jacobian, "largestFactor", quality.jacobian().largest(), pair.label());
    jacobian.addProperty("limitFactor", limits.leastJacobian());
    checks.add(jacobian);
    var inverse = check("inverseConsistency", quality.inverse().meanMm() <= limits.inverseMm());
    result.number(inverse, "meanMm", quality.inverse().meanMm(), pair.label());
    result.number(inverse, "largestMm", quality.inverse().maximumMm(), pair.label());
    inverse.addProperty("limitMm", limits.inverseMm());
    checks.add(inverse);
    quality
        .alignment()
        .ifPresent(
            probe -> {
              var json = check("secondRegistration", probe.correctionMm() <= limits.correctionMm());
              result.number(json, "correctionMm", probe.correctionMm(), pair.label());
              result.number(json, "correlation", probe.correlation(), pair.label());
              json.addProperty("limitMm", limits.correctionMm());
              checks.add(json);
            });
    return checks;
  }

  private static JsonObject check(String id, boolean passed) {
    var json = new JsonObject();
    json.addProperty("id", id);
    json.addProperty("passed", passed);
    return json;
  }
}
