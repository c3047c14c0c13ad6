/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.making;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;
import org.eclipse.swt.widgets.Shell;
import org.recourse.grid.contour.ContourPlane;
import org.recourse.grid.contour.ContourSet;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.model.StructureType;
import org.recourse.ui.contouring.internal.edit.ContourEdits;
import org.recourse.ui.contouring.internal.edit.SliceDistance;
import org.recourse.ui.contouring.internal.edit.StructureContours;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.WidgetId;

/** Makes a structure of others, with a preview; the recipe stays with it. UI thread only. */
public final class MakeStructureDialog extends TitleAreaDialog {

  private static final long DELAY_MS = 250;
  private static final int PREVIEW_SIZE = 300;

  private final CaseSession session;
  private final List<Structure> structures;
  private final MakingJob job;
  private RecipeFields recipe;
  private StructureNameFields names;
  private PreviewCanvas preview;
  private Scale slice;
  private Label volume;
  private String suggested = "";
  private StructureType suggestedType = StructureType.OTHER;
  private Optional<MakingJob.Request> asked = Optional.empty();
  private Optional<MakingJob.Made.Contours> made = Optional.empty();

  public MakeStructureDialog(Shell parent, CaseSession session) {
    super(parent);
    this.session = session;
    structures =
        ContourEdits.target(session.patientCase())
            .map(StructureSet::getStructures)
            .map(List::copyOf)
            .orElse(List.of());
    Display display = parent.getDisplay();
    job =
        new MakingJob(
            session.openCase().voxels(),
            session.executor(),
            (request, result) -> display.asyncExec(() -> show(request, result)));
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Make Structure");
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Point getInitialSize() {
    Point wanted = super.getInitialSize();
    return new Point(Math.max(wanted.x, 820), Math.max(wanted.y, 560));
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    setTitle("Make a structure of others");
    setMessage("The result is a structure of its own; its recipe is kept with it.");
    Composite area = (Composite) super.createDialogArea(parent);
    var columns = new Composite(area, SWT.NONE);
    columns.setLayout(new GridLayout(2, false));
    columns.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    var left = new Composite(columns, SWT.NONE);
    left.setLayout(new GridLayout(2, false));
    left.setLayoutData(new GridData(SWT.FILL, SWT.TOP, false, false));
    Optional<String> selected =
        session.viewing().selectedStructure().filter(structures::contains).map(Structure::getName);
    recipe =
        new RecipeFields(
            left, structures.stream().map(Structure::getName).toList(), selected, this::changed);
    var line = new Label(left, SWT.SEPARATOR | SWT.HORIZONTAL);
    line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    names = new StructureNameFields(left, structures.size(), this::check);
    names.select(StructureType.OTHER, structures.size());
    createPreview(columns);
    changed();
    return area;
  }

  private void createPreview(Composite columns) {
    var right = new Composite(columns, SWT.NONE);
    right.setLayout(new GridLayout());
    right.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    preview = new PreviewCanvas(right);
    var data = new GridData(SWT.FILL, SWT.FILL, true, true);
    data.widthHint = PREVIEW_SIZE;
    data.heightHint = PREVIEW_SIZE;
    preview.control().setLayoutData(data);
    slice = WidgetId.mark(new Scale(right, SWT.HORIZONTAL), "make.slice");
    slice.setToolTipText("Slice of the preview");
    slice.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    slice.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> moveSlice()));
    volume = WidgetId.mark(new Label(right, SWT.NONE), "make.volume");
    volume.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "Make", true);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    check();
  }

  /** Computes the preview anew. */
  private void changed() {
    if (preview == null) {
      return; // the dialog is being built
    }
    made = Optional.empty();
    switch (recipe.entered()) {
      case RecipeFields.Entered.Incomplete(String sentence) -> {
        asked = Optional.empty();
        show(sentence);
      }
      case RecipeFields.Entered.Complete(Recipe wanted) -> {
        var request =
            new MakingJob.Request(
                wanted,
                StructureContours.of(structures.get(recipe.first())),
                recipe.second().map(structures::get).map(StructureContours::of),
                SliceDistance.mm(session, structures.get(recipe.first())));
        asked = Optional.of(request);
        suggestName(wanted);
        suggestType(wanted, structures.get(recipe.first()).getType());
        show("The preview is being computed.");
        job.requestInstead(request, DELAY_MS);
      }
    }
    check();
  }

  /** A margin around a GTV or CTV is a PTV; what the user chooses afterwards stays. */
  private void suggestType(Recipe wanted, StructureType ofA) {
    boolean target = ofA == StructureType.GTV || ofA == StructureType.CTV;
    StructureType usual =
        target && wanted instanceof Recipe.Growth ? StructureType.PTV : StructureType.OTHER;
    if (usual != suggestedType) {
      suggestedType = usual;
      names.select(usual, structures.size());
    }
  }

  /** A name that the user typed stays. */
  private void suggestName(Recipe wanted) {
    if (names.name().equals(suggested)) {
      suggested = wanted.suggestedName();
      names.setName(suggested);
      suggested = names.name();
    }
  }

  private void show(String sentence) {
    preview.show(Optional.empty(), sentence);
    volume.setText("");
    slice.setEnabled(false);
  }

  private void show(MakingJob.Request request, MakingJob.Made result) {
    if (getShell() == null || getShell().isDisposed() || !asked.equals(Optional.of(request))) {
      return;
    }
    switch (result) {
      case MakingJob.Made.Nothing(String sentence) -> show(sentence);
      case MakingJob.Made.Contours contours -> {
        made = Optional.of(contours);
        preview.show(made, "");
        volume.setText(
            contours.result().isEmpty()
                ? "Nothing is left."
                : String.format(
                    Locale.ROOT,
                    "%s: %.2f cm³ (A: %.2f cm³)",
                    request.recipe().sentence(),
                    contours.volumeCm3(),
                    contours.a().prismVolumeCm3()));
        List<ContourPlane> planes = planes(contours);
        slice.setEnabled(planes.size() > 1);
        slice.setMaximum(Math.max(1, planes.size() - 1));
        slice.setSelection(planes.size() / 2);
        moveSlice();
      }
    }
    check();
  }

  private static List<ContourPlane> planes(MakingJob.Made.Contours contours) {
    return contours.result().isEmpty() ? contours.a().planes() : contours.result().planes();
  }

  private void moveSlice() {
    made.ifPresent(
        contours -> {
          List<ContourPlane> planes = planes(contours);
          int index = Math.min(slice.getSelection(), planes.size() - 1);
          preview.moveTo(planes.get(index).positionMm());
        });
  }

  private void check() {
    Button ok = getButton(IDialogConstants.OK_ID);
    if (ok == null || names == null) {
      return; // the dialog is being built
    }
    String name = names.name();
    boolean taken = structures.stream().anyMatch(structure -> name.equals(structure.getName()));
    setErrorMessage(taken ? "There is a structure " + name + " already." : null); // JFace: none
    boolean something = made.filter(contours -> !contours.result().isEmpty()).isPresent();
    ok.setEnabled(something && !name.isEmpty() && !taken);
  }

  @Override
  protected void okPressed() {
    if (made.isPresent() && asked.isPresent()) {
      ContourSet contours = PlanesAsContours.of(made.get().result());
      names
          .entered(asked.get().recipe().sentence())
          .ifPresent(wanted -> new ContourEdits(session).create(wanted, contours));
    }
    super.okPressed();
  }

  @Override
  public boolean close() {
    job.cancel();
    return super.close();
  }
}
