/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.planning.machine;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.recourse.planning.json.JsonFields;
import org.recourse.planning.json.PlanningFileException;

/**
 * Machines as text: JSON with the schema {@value #SCHEMA}, described in {@code
 * docs/generic-6mv.md}. Stateless.
 */
public final class MachineFile {

  static final String SCHEMA = "recourse/photon-machine/1";

  private static final String GENERIC = "/data/generic-6mv.json";
  private static final double ROUNDING = 1e7; // digits written for weights

  private MachineFile() {}

  /** The 6 MV machine of this bundle, fitted to published measurements. */
  public static PhotonMachine generic6Mv() {
    try (InputStream stream = MachineFile.class.getResourceAsStream(GENERIC)) {
      if (stream == null) {
        throw new IllegalStateException("the bundle lacks " + GENERIC);
      }
      return read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PlanningFileException e) {
      throw new IllegalStateException(GENERIC + ": " + e.getMessage(), e);
    }
  }

  /**
   * @throws PlanningFileException with the place and the fault
   */
  public static PhotonMachine read(String text) throws PlanningFileException {
    JsonFields fields = JsonFields.ofText(text, SCHEMA);
    fields.allow(
        Set.of(
            "schema",
            "id",
            "title",
            "energyMv",
            "sourceAxisDistanceMm",
            "source",
            "relativeFluence",
            "components"));
    var components = new ArrayList<PhotonMachine.Component>();
    for (JsonFields component : fields.children("components")) {
      component.allow(Set.of("sigmaMm", "stepMm", "weightGy"));
      components.add(component(component));
    }
    try {
      return new PhotonMachine(
          fields.text("id"),
          fields.text("title"),
          positive(fields, "energyMv"),
          positive(fields, "sourceAxisDistanceMm"),
          components,
          curve(fields.child("relativeFluence"), "value"),
          fields.text("source"));
    } catch (IllegalArgumentException e) {
      throw new PlanningFileException(e.getMessage(), e);
    }
  }

  private static PhotonMachine.Component component(JsonFields fields) throws PlanningFileException {
    DepthCurve weight = curve(fields, "weightGy");
    for (int i = 0; i < weight.count(); i++) {
      if (weight.at(i * weight.stepMm()) < 0) {
        throw fields.fault("weightGy[" + i + "]", "is below 0");
      }
    }
    return new PhotonMachine.Component(positive(fields, "sigmaMm"), weight);
  }

  private static DepthCurve curve(JsonFields fields, String key) throws PlanningFileException {
    double[] value = fields.numbers(key);
    if (value.length < 2) {
      throw fields.fault(key, "needs at least two numbers");
    }
    return new DepthCurve(positive(fields, "stepMm"), value);
  }

  private static double positive(JsonFields fields, String key) throws PlanningFileException {
    double number = fields.number(key);
    if (!(number > 0)) {
      throw fields.fault(key, "must be above 0: " + number);
    }
    return number;
  }

  /** The text that {@link #read} reads; weights keep seven decimals. */
  public static String write(PhotonMachine machine) {
    var object = new JsonObject();
    object.addProperty("schema", SCHEMA);
    object.addProperty("id", machine.id());
    object.addProperty("title", machine.title());
    object.addProperty("energyMv", machine.energyMv());
    object.addProperty("sourceAxisDistanceMm", machine.sourceAxisDistanceMm());
    object.addProperty("source", machine.source());
    var fluence = new JsonObject();
    addCurve(fluence, "value", machine.relativeFluence());
    object.add("relativeFluence", fluence);
    var components = new JsonArray();
    for (PhotonMachine.Component component : machine.components()) {
      var one = new JsonObject();
      one.addProperty("sigmaMm", component.sigmaMm());
      addCurve(one, "weightGy", component.weightGy());
      components.add(one);
    }
    object.add("components", components);
    return object + System.lineSeparator();
  }

  private static void addCurve(JsonObject object, String key, DepthCurve curve) {
    object.addProperty("stepMm", curve.stepMm());
    var values = new JsonArray();
    for (double value : valuesOf(curve)) {
      values.add(Math.round(value * ROUNDING) / ROUNDING);
    }
    object.add(key, values);
  }

  private static List<Double> valuesOf(DepthCurve curve) {
    var values = new ArrayList<Double>();
    for (int i = 0; i < curve.count(); i++) {
      values.add(curve.at(i * curve.stepMm()));
    }
    return values;
  }
}
