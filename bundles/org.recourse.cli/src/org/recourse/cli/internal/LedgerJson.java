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
import org.recourse.assistant.numbers.CourseDoseUse;
import org.recourse.assistant.numbers.CourseNumbers;
import org.recourse.assistant.numbers.CourseState;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.PrescriptionState;
import org.recourse.assistant.numbers.TypedDoseState;

/** The ledger of courses as JSON. Stateless. */
final class LedgerJson {

  private LedgerJson() {}

  static JsonArray of(PlanNumbers numbers) {
    var courses = new JsonArray();
    for (int i = 0; i < numbers.courses().size(); i++) {
      JsonObject course = json(numbers.courses().get(i));
      int position = i;
      numbers.ledger().columns().stream()
          .filter(column -> column.course() == position)
          .findFirst()
          .ifPresent(
              column -> {
                LedgerStructuresJson.addUncertainty(course, column.uncertainty());
                course.add("transformIds", JsonResult.texts(column.transformIds()));
              });
      courses.add(course);
    }
    return courses;
  }

  private static JsonObject json(CourseNumbers entry) {
    CourseState course = entry.course();
    var object = new JsonObject();
    object.addProperty("label", course.label());
    object.addProperty("kind", course.kind().getName());
    object.addProperty("source", course.source().getName());
    JsonResult.optional(object, "startDate", course.startDate());
    JsonResult.optional(object, "endDate", course.endDate());
    JsonResult.optional(object, "site", course.site());
    PrescriptionState prescription = entry.prescription();
    JsonResult.optional(object, "totalDoseGy", prescription.totalDoseGy());
    JsonResult.optional(object, "fractionCount", prescription.fractionCount());
    if (prescription.totalDoseGy().isPresent()
        && prescription.fractionCount().isPresent()
        && prescription.fractionCount().getAsInt() > 0) {
      object.addProperty(
          "dosePerFractionGy",
          prescription.totalDoseGy().getAsDouble() / prescription.fractionCount().getAsInt());
    }
    object.addProperty("fractionsPerDay", prescription.fractionsPerDay());
    JsonResult.optional(object, "hoursBetweenFractions", prescription.hoursBetweenFractions());
    JsonResult.optional(object, "daysToPlanned", entry.daysToPlanned());
    addUse(object, entry.use());
    if (!course.typedDoses().isEmpty()) {
      var typed = new JsonArray();
      course.typedDoses().forEach(dose -> typed.add(json(dose)));
      object.add("typedDoses", typed);
    }
    return object;
  }

  private static void addUse(JsonObject object, CourseDoseUse use) {
    switch (use) {
      case CourseDoseUse.Voxels voxels -> object.addProperty("doseUse", "VOXELS");
      case CourseDoseUse.TypedFigures typed -> object.addProperty("doseUse", "TYPED_FIGURES");
      case CourseDoseUse.NotUsed(String reason) -> {
        object.addProperty("doseUse", "NOT_USED");
        object.addProperty("reason", reason);
      }
    }
  }

  private static JsonObject json(TypedDoseState dose) {
    var object = new JsonObject();
    object.addProperty("structure", dose.structureName());
    object.addProperty("metric", dose.metric());
    JsonResult.optional(object, "doseGy", dose.doseGy());
    JsonResult.optional(object, "source", dose.sourceText());
    return object;
  }
}
