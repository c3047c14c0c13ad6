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
import java.util.List;
import org.recourse.grid.finding.Finding;
import org.recourse.inference.library.InstalledModel;
import org.recourse.inference.model.ModelDescription;
import org.recourse.inference.model.PackageFile;

/** Model packages as lines and as JSON. Stateless. */
final class PackageRows {

  private PackageRows() {}

  /** Returns state, id, version, title and folder, separated by tabs. */
  static String line(InstalledModel model) {
    return switch (model) {
      case InstalledModel.Sound sound -> {
        var identity = sound.description().identity();
        yield String.join(
            "\t",
            "sound",
            identity.id(),
            identity.version(),
            identity.title(),
            sound.folder().toString());
      }
      case InstalledModel.Refused refused ->
          String.join("\t", "refused", refused.sentence().replaceAll("\\s+", " "));
    };
  }

  static JsonArray json(List<InstalledModel> models, boolean withCard) {
    var array = new JsonArray();
    for (InstalledModel model : models) {
      array.add(json(model, withCard));
    }
    return array;
  }

  private static JsonObject json(InstalledModel model, boolean withCard) {
    var object = new JsonObject();
    object.addProperty("folder", model.folder().toString());
    switch (model) {
      case InstalledModel.Sound sound -> {
        object.addProperty("sound", true);
        describe(object, sound.description());
        if (withCard) {
          object.addProperty("card", sound.card());
        }
      }
      case InstalledModel.Refused refused -> {
        object.addProperty("sound", false);
        object.addProperty("reason", refused.sentence());
      }
    }
    return object;
  }

  private static void describe(JsonObject object, ModelDescription description) {
    object.addProperty("packageId", description.identity().id());
    object.addProperty("packageVersion", description.identity().version());
    object.addProperty("title", description.identity().title());
    object.addProperty("licence", description.identity().licence());
    object.addProperty("networkFormat", description.networkFormat());
    object.addProperty("intendedUse", description.intendedUse());
    object.addProperty("trainedOn", description.training().synthetic() ? "synthetic" : "patients");
    object.addProperty("patientCount", description.training().patientCount());
    object.addProperty("eventCount", description.training().eventCount());
    object.addProperty("calibrated", description.calibration().isPresent());
    var files = new JsonArray();
    for (PackageFile file : description.files()) {
      var item = new JsonObject();
      item.addProperty("path", file.path());
      item.addProperty("byteCount", file.byteCount());
      item.addProperty("sha256", file.sha256());
      files.add(item);
    }
    object.add("files", files);
  }

  /** Returns a finding for each package that is refused. */
  static List<Finding> findings(List<InstalledModel> models) {
    return models.stream()
        .filter(InstalledModel.Refused.class::isInstance)
        .map(InstalledModel.Refused.class::cast)
        .map(refused -> Finding.error(refused.sentence(), refused.folder().toString()))
        .toList();
  }
}
