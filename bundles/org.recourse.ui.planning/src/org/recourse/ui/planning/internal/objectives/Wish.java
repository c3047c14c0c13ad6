/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.objectives;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One objective or hard limit as its file has it; keys that are not shown are kept. Immutable and
 * equal by content.
 */
public final class Wish {

  private static final String STRUCTURE = "structure";
  private static final String WITHOUT = "without";
  private static final String KIND = "kind";
  private static final String DOSE_GY = "doseGy";
  private static final String LIMIT_GY = "limitGy";
  private static final String VOLUME = "volumePercent";
  private static final String EXPONENT = "exponent";
  private static final String WEIGHT = "weight";
  private static final String DOSE = "dose";
  private static final String ALPHA_BETA = "alphaBetaGy";

  private final boolean constraint;
  private final JsonObject json; // never changed

  private Wish(boolean constraint, JsonObject json) {
    this.constraint = constraint;
    this.json = json;
  }

  /** An entry of a file. */
  static Wish of(boolean constraint, JsonObject json) {
    return new Wish(constraint, json.deepCopy());
  }

  /** A new objective on physical dose. */
  public static Wish objective(String structure, WishKind kind, double doseGy, double weight) {
    var json = new JsonObject();
    json.addProperty(STRUCTURE, structure);
    json.addProperty(WEIGHT, weight);
    return new Wish(false, json).withKind(kind).withDoseGy(doseGy);
  }

  /** Whether it must hold and has no priority. */
  public boolean isConstraint() {
    return constraint;
  }

  JsonObject json() {
    return json.deepCopy();
  }

  public String structure() {
    return text(STRUCTURE);
  }

  public Wish withStructure(String name) {
    return with(STRUCTURE, new JsonPrimitive(name));
  }

  /** Structures whose voxels are left out. */
  public List<String> without() {
    var names = new ArrayList<String>();
    if (json.get(WITHOUT) instanceof JsonArray array) {
      array.forEach(one -> names.add(one.getAsString()));
    }
    return names;
  }

  public Wish withWithout(List<String> names) {
    var array = new JsonArray();
    names.forEach(array::add);
    return array.isEmpty() ? lacking(WITHOUT) : with(WITHOUT, array);
  }

  /** What is asked for; empty for a kind that this version does not know. */
  public Optional<WishKind> kind() {
    return WishKind.of(text(KIND), constraint);
  }

  /** Name of the kind for people; an unknown one is shown by its key. */
  public String kindTitle() {
    return kind().map(WishKind::title).orElse(text(KIND));
  }

  /** The same with another kind; numbers that it does not use are dropped. */
  public Wish withKind(WishKind kind) {
    OptionalDouble doseGy = doseGy();
    JsonObject changed = json.deepCopy();
    changed.addProperty(KIND, kind.key());
    changed.remove(DOSE_GY);
    changed.remove(LIMIT_GY);
    if (!kind.uses(WishKind.Number.VOLUME)) {
      changed.remove(VOLUME);
    } else if (!changed.has(VOLUME)) {
      changed.addProperty(VOLUME, kind == WishKind.VOLUME_AT_LEAST ? 95 : 5);
    }
    if (!kind.uses(WishKind.Number.EXPONENT)) {
      changed.remove(EXPONENT);
    } else if (!changed.has(EXPONENT)) {
      changed.addProperty(EXPONENT, 1);
    }
    if (kind.isConstraint()) {
      changed.remove(WEIGHT);
      changed.remove(WITHOUT);
    } else if (!changed.has(WEIGHT)) {
      changed.addProperty(WEIGHT, 1);
    }
    var wish = new Wish(kind.isConstraint(), changed);
    return kind.uses(WishKind.Number.DOSE) ? wish.withDoseGy(doseGy.orElse(0)) : wish;
  }

  /** Dose that is wanted or the limit, Gy of the dose it is measured in. */
  public OptionalDouble doseGy() {
    return number(constraint ? LIMIT_GY : DOSE_GY);
  }

  public Wish withDoseGy(double doseGy) {
    return with(constraint ? LIMIT_GY : DOSE_GY, new JsonPrimitive(doseGy));
  }

  public OptionalDouble volumePercent() {
    return number(VOLUME);
  }

  public Wish withVolumePercent(double percent) {
    return with(VOLUME, new JsonPrimitive(percent));
  }

  /** Exponent a of the gEUD. */
  public OptionalDouble exponent() {
    return number(EXPONENT);
  }

  public Wish withExponent(double exponent) {
    return with(EXPONENT, new JsonPrimitive(exponent));
  }

  /** Priority; empty for a constraint. */
  public OptionalDouble weight() {
    return number(WEIGHT);
  }

  public Wish withWeight(double weight) {
    return with(WEIGHT, new JsonPrimitive(weight));
  }

  public WishDose dose() {
    return WishDose.of(text(DOSE)).orElse(WishDose.PHYSICAL);
  }

  /** The same in another dose; an equieffective one gets α/β where it has none. */
  public Wish withDose(WishDose dose, double alphaBetaGy) {
    if (dose == WishDose.PHYSICAL) {
      return lacking(DOSE).lacking(ALPHA_BETA);
    }
    Wish changed = with(DOSE, new JsonPrimitive(dose.key()));
    return alphaBetaGy().isPresent() ? changed : changed.withAlphaBetaGy(alphaBetaGy);
  }

  public OptionalDouble alphaBetaGy() {
    return number(ALPHA_BETA);
  }

  public Wish withAlphaBetaGy(double alphaBetaGy) {
    return with(ALPHA_BETA, new JsonPrimitive(alphaBetaGy));
  }

  private String text(String key) {
    return json.get(key) instanceof JsonPrimitive value ? value.getAsString() : "";
  }

  private OptionalDouble number(String key) {
    return json.get(key) instanceof JsonPrimitive value && value.isNumber()
        ? OptionalDouble.of(value.getAsDouble())
        : OptionalDouble.empty();
  }

  private Wish with(String key, JsonElement value) {
    JsonObject changed = json.deepCopy();
    changed.add(key, value);
    return new Wish(constraint, changed);
  }

  private Wish lacking(String key) {
    JsonObject changed = json.deepCopy();
    changed.remove(key);
    return new Wish(constraint, changed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Wish that && constraint == that.constraint && json.equals(that.json);
  }

  @Override
  public int hashCode() {
    return Objects.hash(constraint, json);
  }

  @Override
  public String toString() {
    return json.toString();
  }
}
