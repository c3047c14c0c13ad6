/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.goals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.recourse.dosimetry.dvh.DoseMetric;
import org.recourse.model.ClinicalGoal;
import org.recourse.model.DoseQuantity;
import org.recourse.model.GoalComparison;
import org.recourse.model.ModelPackage;
import org.recourse.model.edit.CaseEditing;
import org.recourse.ui.widget.NumberRule;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.WidgetId;

/** Asks for one clinical goal, new or to be changed. */
final class GoalDialog extends TitleAreaDialog {

  private static final List<String> METRICS =
      List.of("D95%", "D98%", "D2%", "Dmean", "Dmax", "D0.03cc", "D0.1cc", "V20Gy[%]", "V20Gy[cc]");
  private static final List<String> QUANTITIES =
      List.of("physical dose", "EQD2 of the plan", "cumulative EQD2");

  private final ClinicalGoal goal;
  private final boolean isNew;
  private final List<String> structureNames;
  private Combo structure;
  private Combo metric;
  private Combo comparison;
  private Combo quantity;
  private Text limit;
  private Text tolerance;
  private Text source;
  private Label limitUnit;
  private Label toleranceUnit;
  private Values values;

  /** What was entered. */
  private record Values(
      String structure,
      String metric,
      GoalComparison comparison,
      double limit,
      OptionalDouble tolerance,
      DoseQuantity quantity,
      String source) {}

  GoalDialog(Shell parent, ClinicalGoal goal, boolean isNew, List<String> structureNames) {
    super(parent);
    this.goal = goal;
    this.isNew = isNew;
    this.structureNames = structureNames;
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText(isNew ? "Add goal" : "Edit goal");
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    Composite area = (Composite) super.createDialogArea(parent);
    Composite fields = new Composite(area, SWT.NONE);
    fields.setLayout(new GridLayout(3, false));
    fields.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    structure = combo(fields, "goalStructure", "Structure", SWT.DROP_DOWN, structureNames);
    metric = combo(fields, "goalMetric", "Metric", SWT.DROP_DOWN, METRICS);
    quantity = combo(fields, "goalQuantity", "Of", SWT.READ_ONLY, QUANTITIES);
    comparison =
        combo(fields, "goalComparison", "Is to be", SWT.READ_ONLY, List.of("at most", "at least"));
    limit = number(fields, "goalLimit", "Limit");
    limitUnit = unit(fields);
    tolerance = number(fields, "goalTolerance", "Tolerance");
    tolerance.setMessage("none");
    toleranceUnit = unit(fields);
    new Label(fields, SWT.NONE).setText("Source");
    source = WidgetId.mark(new Text(fields, SWT.BORDER), "goalSource");
    source.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    setTitle("Clinical goal");
    setMessage("Metrics are written as D95%, D0.03cc, Dmean, Dmax, V20Gy[%] or V20Gy[cc].");
    showGoal();
    for (Combo field : List.of(structure, metric, quantity, comparison)) {
      field.addModifyListener(e -> check());
    }
    for (Text field : List.of(limit, tolerance)) {
      field.addModifyListener(e -> check());
    }
    showUnit();
    return area;
  }

  private static Combo combo(
      Composite parent, String id, String label, int style, List<String> items) {
    new Label(parent, SWT.NONE).setText(label);
    Combo combo = WidgetId.mark(new Combo(parent, style), id);
    combo.setItems(items.toArray(String[]::new));
    combo.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    return combo;
  }

  private static Text number(Composite parent, String id, String label) {
    new Label(parent, SWT.NONE).setText(label);
    Text text = WidgetId.mark(new Text(parent, SWT.BORDER | SWT.RIGHT), id);
    text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    return text;
  }

  private static Label unit(Composite parent) {
    Label label = new Label(parent, SWT.NONE);
    label.setText("cm³ "); // the widest one reserves the room
    return label;
  }

  private void showGoal() {
    structure.setText(orEmpty(goal.getStructureName()));
    metric.setText(orEmpty(goal.getMetric()));
    comparison.select(goal.getComparison().ordinal());
    quantity.select(goal.getQuantity().ordinal());
    limit.setText(isNew ? "" : NumberText.editable(goal.getLimit(), 1));
    tolerance.setText(goal.isSetTolerance() ? NumberText.editable(goal.getTolerance(), 1) : "");
    source.setText(orEmpty(goal.getSource()));
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text; // EMF: an unset text is null
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    super.createButtonsForButtonBar(parent);
    WidgetId.mark(getButton(OK), "goalOk");
    getButton(OK).setText(isNew ? "Add" : "Change");
    getButton(OK).setEnabled(complaint().isEmpty());
  }

  private void check() {
    showUnit();
    Optional<String> complaint = complaint();
    setErrorMessage(complaint.orElse(null)); // JFace: null is no message
    getButton(OK).setEnabled(complaint.isEmpty());
  }

  private void showUnit() {
    String unit = unit().orElse("");
    limitUnit.setText(unit);
    toleranceUnit.setText(unit);
  }

  private Optional<String> unit() {
    try {
      return Optional.of(DoseMetric.parse(metric.getText().strip()).unit().symbol());
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // the complaint says what is wrong with the metric
    }
  }

  private Optional<String> complaint() {
    if (structure.getText().isBlank()) {
      return Optional.of("Name the structure.");
    }
    try {
      DoseMetric.parse(metric.getText().strip());
    } catch (IllegalArgumentException e) {
      return Optional.of(e.getMessage());
    }
    NumberRule rule = NumberRule.notNegative(100_000, unit().orElse(""));
    if (limit.getText().isBlank()) {
      return Optional.of("Enter the limit.");
    }
    Optional<String> ofLimit = rule.complaint(limit.getText());
    return ofLimit.isPresent() || tolerance.getText().isBlank()
        ? ofLimit
        : rule.complaint(tolerance.getText());
  }

  @Override
  protected void okPressed() {
    values =
        new Values(
            structure.getText().strip(),
            metric.getText().strip(),
            GoalComparison.values()[comparison.getSelectionIndex()],
            NumberText.parse(limit.getText()).getAsDouble(),
            NumberText.parse(tolerance.getText()),
            DoseQuantity.values()[quantity.getSelectionIndex()],
            source.getText().strip());
    super.okPressed();
  }

  /** Fills a goal that is in no case yet; call it after the dialog returned OK. */
  void fill() {
    goal.setStructureName(values.structure());
    goal.setMetric(values.metric());
    goal.setComparison(values.comparison());
    goal.setLimit(values.limit());
    values.tolerance().ifPresent(goal::setTolerance);
    goal.setQuantity(values.quantity());
    goal.setSource(values.source());
  }

  /** One undo step that changes the goal; call it after the dialog returned OK. */
  Command change(EditingDomain domain) {
    String label = "Change Goal";
    return CaseEditing.compound(
        label,
        CaseEditing.set(
            domain,
            label,
            goal,
            ModelPackage.Literals.CLINICAL_GOAL__STRUCTURE_NAME,
            values.structure()),
        CaseEditing.set(
            domain, label, goal, ModelPackage.Literals.CLINICAL_GOAL__METRIC, values.metric()),
        CaseEditing.set(
            domain,
            label,
            goal,
            ModelPackage.Literals.CLINICAL_GOAL__COMPARISON,
            values.comparison()),
        CaseEditing.set(
            domain, label, goal, ModelPackage.Literals.CLINICAL_GOAL__LIMIT, values.limit()),
        changeTolerance(domain, label),
        CaseEditing.set(
            domain, label, goal, ModelPackage.Literals.CLINICAL_GOAL__QUANTITY, values.quantity()),
        CaseEditing.set(
            domain, label, goal, ModelPackage.Literals.CLINICAL_GOAL__SOURCE, values.source()));
  }

  private Command changeTolerance(EditingDomain domain, String label) {
    var feature = ModelPackage.Literals.CLINICAL_GOAL__TOLERANCE;
    return values.tolerance().isPresent()
        ? CaseEditing.set(domain, label, goal, feature, values.tolerance().getAsDouble())
        : CaseEditing.unset(domain, label, goal, feature);
  }
}
