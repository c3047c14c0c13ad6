/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.objectives;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.recourse.model.ModelPackage;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.model.edit.CaseEditing;
import org.recourse.planning.json.PlanningFileException;
import org.recourse.ui.editor.ModelRefresh;
import org.recourse.ui.planning.internal.plans.PlanStructures;
import org.recourse.ui.planning.internal.plans.PlansOfCase;
import org.recourse.ui.session.CaseSession;

/** The edits of the objectives of the plan in work; each is one undo step. UI thread only. */
public final class ObjectiveEditing {

  /** α/β of tissue that answers late, where a structure has none: the classical 3 Gy. */
  private static final double LATE_ALPHA_BETA_GY = 3;

  private static final double FIRST_PRIORITY = 100;

  private final CaseSession session;
  private final ModelRefresh model;

  public ObjectiveEditing(CaseSession session) {
    this.session = Objects.requireNonNull(session, "session");
    model = new ModelRefresh(session);
  }

  Optional<Plan> plan() {
    return PlansOfCase.inWork(session.patientCase());
  }

  /** The objectives of the plan in work; an empty list to begin with if it has none. */
  Optional<WishList> wishes() {
    return plan()
        .map(
            plan ->
                WishList.of(plan)
                    .orElseGet(() -> FirstWishes.ofPrescription(plan).withRows(List.of())));
  }

  private void set(String label, WishList wishes) {
    plan()
        .ifPresent(
            plan ->
                model.execute(
                    CaseEditing.set(
                        session.editingDomain(),
                        label,
                        plan,
                        ModelPackage.Literals.PLAN__OBJECTIVES,
                        wishes.text())));
  }

  void change(String label, UnaryOperator<WishList> change) {
    wishes().ifPresent(wishes -> set(label, change.apply(wishes)));
  }

  List<String> structures() {
    return plan().stream()
        .flatMap(plan -> PlanStructures.all(plan).stream())
        .map(Structure::getName)
        .filter(Objects::nonNull)
        .toList();
  }

  /** α/β of a structure, Gy; 3 Gy where it has none. */
  double alphaBetaGy(String structure) {
    return plan()
        .flatMap(plan -> PlanStructures.named(plan, structure))
        .filter(Structure::isSetAlphaBetaGy)
        .map(Structure::getAlphaBetaGy)
        .orElse(LATE_ALPHA_BETA_GY);
  }

  /** Adds an objective for the selected structure of the case, else for the first one. */
  void add(int index) {
    List<String> names = structures();
    String selected =
        session
            .viewing()
            .selectedStructure()
            .map(Structure::getName)
            .filter(names::contains)
            .or(() -> names.stream().findFirst())
            .orElse("");
    double doseGy = prescribedGy().orElse(0);
    boolean target =
        plan()
            .flatMap(plan -> PlanStructures.named(plan, selected))
            .filter(PlanStructures::isTarget)
            .isPresent();
    Wish wish =
        Wish.objective(
            selected, target ? WishKind.DEVIATION : WishKind.OVERDOSE, doseGy, FIRST_PRIORITY);
    change("Add Objective", wishes -> wishes.adding(index, wish));
  }

  private OptionalDouble prescribedGy() {
    return plan().map(Plan::getPrescription).stream()
        .filter(prescription -> prescription.isSetTotalDoseGy())
        .mapToDouble(prescription -> prescription.getTotalDoseGy())
        .findFirst();
  }

  void duplicate(OptionalInt index) {
    index.ifPresent(
        i -> change("Duplicate Objective", wishes -> wishes.adding(i + 1, wishes.rows().get(i))));
  }

  void remove(OptionalInt index) {
    index.ifPresent(i -> change("Remove Objective", wishes -> wishes.removing(i)));
  }

  void shift(OptionalInt index, int places) {
    index.ifPresent(i -> change("Reorder Objectives", wishes -> wishes.swapping(i, i + places)));
  }

  /** Adds what the prescription and the goals of the case ask for and the list lacks. */
  void addGoals() {
    plan()
        .ifPresent(
            plan ->
                change(
                    "Objectives from Prescription and Goals",
                    wishes -> {
                      var rows = new ArrayList<>(wishes.rows());
                      var offered = new ArrayList<Wish>();
                      if (rows.isEmpty()) {
                        offered.addAll(FirstWishes.ofPrescription(plan).rows());
                      }
                      offered.addAll(FirstWishes.ofGoals(session.patientCase(), plan));
                      offered.stream().filter(wish -> !rows.contains(wish)).forEach(rows::add);
                      return wishes.withRows(rows);
                    }));
  }

  /**
   * Takes the objectives of a file in place of those of the plan.
   *
   * @throws PlanningFileException if it is no such file
   */
  void importFrom(Path file) throws IOException, PlanningFileException {
    WishList read = WishList.read(Files.readString(file, StandardCharsets.UTF_8));
    set("Import Objectives", read);
  }

  /** Writes the objectives as {@code plan --objectives} reads them. */
  void exportTo(Path file) throws IOException {
    Optional<WishList> wishes = wishes();
    if (wishes.isPresent()) {
      Files.writeString(file, wishes.get().text() + "\n", StandardCharsets.UTF_8);
    }
  }
}
