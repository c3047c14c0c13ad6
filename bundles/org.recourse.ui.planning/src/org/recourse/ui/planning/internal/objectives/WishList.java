/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.objectives;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.recourse.model.Plan;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.planning.wishes.PlanWishes;

/**
 * The objectives of a plan as a list to edit: first the objectives, then the hard limits. Its text
 * is a file of {@code plan --objectives}. It may be incomplete; {@link #wishes()} says what is
 * wrong. Immutable.
 *
 * @param fractionCount of the planned course, at least 1
 * @param targets structures that the beams are aimed at
 * @param rows in the order of the table
 * @param others JSON object with what else the file says, which is kept
 */
public record WishList(int fractionCount, List<String> targets, List<Wish> rows, String others) {

  private static final String FRACTIONS = "fractionCount";
  private static final String TARGETS = "targets";
  private static final String OBJECTIVES = "objectives";
  private static final String CONSTRAINTS = "constraints";
  private static final String SCHEMA = "schema";
  private static final String NOTHING = "{}";

  /** A list of a file that says nothing else. */
  public WishList(int fractionCount, List<String> targets, List<Wish> rows) {
    this(fractionCount, targets, rows, NOTHING);
  }

  public WishList {
    if (fractionCount < 1) {
      throw new IllegalArgumentException("fractionCount must be >= 1: " + fractionCount);
    }
    targets = List.copyOf(targets);
    rows = List.copyOf(rows);
    Objects.requireNonNull(others, "others");
  }

  /** The objectives of a plan; empty if it has none or they cannot be read. */
  public static Optional<WishList> of(Plan plan) {
    if (!plan.isSetObjectives() || plan.getObjectives() == null) { // EMF: an unset text is null
      return Optional.empty();
    }
    try {
      return Optional.of(read(plan.getObjectives()));
    } catch (PlanningFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Reads a file of objectives.
   *
   * @throws PlanningFileException with a sentence
   */
  public static WishList read(String text) throws PlanningFileException {
    try {
      JsonElement parsed = JsonParser.parseString(text);
      if (!(parsed instanceof JsonObject json)
          || !(json.get(SCHEMA) instanceof JsonPrimitive schema)
          || !PlanWishes.SCHEMA.equals(schema.getAsString())) {
        throw new PlanningFileException("this is no file of the schema " + PlanWishes.SCHEMA);
      }
      var rows = new ArrayList<Wish>();
      addTo(rows, json, OBJECTIVES, false);
      addTo(rows, json, CONSTRAINTS, true);
      var targets = new ArrayList<String>();
      for (JsonElement one : array(json, TARGETS)) {
        targets.add(one.getAsString());
      }
      int fractions = json.has(FRACTIONS) ? json.get(FRACTIONS).getAsInt() : 0;
      if (fractions < 1) {
        throw new PlanningFileException(FRACTIONS + " must be at least 1: " + fractions);
      }
      JsonObject others = json.deepCopy();
      List.of(SCHEMA, FRACTIONS, TARGETS, OBJECTIVES, CONSTRAINTS).forEach(others::remove);
      return new WishList(fractions, targets, rows, others.toString());
    } catch (JsonParseException
        | IllegalStateException
        | UnsupportedOperationException
        | NumberFormatException e) {
      throw new PlanningFileException("the objectives cannot be read: " + e.getMessage());
    }
  }

  private static JsonArray array(JsonObject json, String key) {
    return json.has(key) ? json.getAsJsonArray(key) : new JsonArray();
  }

  private static void addTo(List<Wish> rows, JsonObject json, String key, boolean constraint) {
    for (JsonElement one : array(json, key)) {
      rows.add(Wish.of(constraint, one.getAsJsonObject()));
    }
  }

  /** The file, indented. */
  public String text() {
    var json = new JsonObject();
    json.addProperty(SCHEMA, PlanWishes.SCHEMA);
    json.addProperty(FRACTIONS, fractionCount);
    var names = new JsonArray();
    targets.forEach(names::add);
    json.add(TARGETS, names);
    json.add(OBJECTIVES, array(false));
    if (rows.stream().anyMatch(Wish::isConstraint)) {
      json.add(CONSTRAINTS, array(true));
    }
    JsonParser.parseString(others)
        .getAsJsonObject()
        .entrySet()
        .forEach(other -> json.add(other.getKey(), other.getValue()));
    return new GsonBuilder().setPrettyPrinting().create().toJson(json);
  }

  private JsonArray array(boolean constraints) {
    var array = new JsonArray();
    rows.stream()
        .filter(row -> row.isConstraint() == constraints)
        .forEach(row -> array.add(row.json()));
    return array;
  }

  /**
   * The objectives as the optimiser takes them.
   *
   * @throws PlanningFileException with a sentence where they are incomplete
   */
  public PlanWishes wishes() throws PlanningFileException {
    return PlanWishes.read(text());
  }

  public WishList withFractionCount(int count) {
    return new WishList(count, targets, rows, others);
  }

  public WishList withTargets(List<String> names) {
    return new WishList(fractionCount, names, rows, others);
  }

  /** The same rows, objectives first. */
  public WishList withRows(List<Wish> newRows) {
    var sorted = new ArrayList<Wish>();
    newRows.stream().filter(row -> !row.isConstraint()).forEach(sorted::add);
    newRows.stream().filter(Wish::isConstraint).forEach(sorted::add);
    return new WishList(fractionCount, targets, sorted, others);
  }

  public WishList with(int index, Wish row) {
    Objects.checkIndex(index, rows.size());
    var changed = new ArrayList<>(rows);
    changed.set(index, row);
    return withRows(changed);
  }

  /** Puts a row behind others. */
  public WishList adding(int index, Wish row) {
    var changed = new ArrayList<>(rows);
    changed.add(Math.clamp(index, 0, rows.size()), row);
    return withRows(changed);
  }

  public WishList removing(int index) {
    var changed = new ArrayList<>(rows);
    changed.remove(index);
    return withRows(changed);
  }

  /** Exchanges two rows, if both exist. */
  public WishList swapping(int index, int other) {
    if (Math.min(index, other) < 0 || Math.max(index, other) >= rows.size()) {
      return this;
    }
    var changed = new ArrayList<>(rows);
    Collections.swap(changed, index, other);
    return withRows(changed);
  }
}
