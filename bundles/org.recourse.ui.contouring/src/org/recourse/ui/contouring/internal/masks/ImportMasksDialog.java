/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.masks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.finding.Finding;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;
import org.recourse.model.StructureType;
import org.recourse.ui.contouring.internal.edit.ContourEdits;
import org.recourse.ui.contouring.internal.edit.NewStructure;
import org.recourse.ui.contouring.internal.edit.StructureOrigin;
import org.recourse.ui.contouring.internal.making.StructureColours;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.StructureRows;
import org.recourse.ui.widget.WidgetId;

/**
 * Takes masks of a NIfTI or NRRD file over as structures, after checking that they fit the image.
 * UI thread only.
 */
public final class ImportMasksDialog extends TitleAreaDialog {

  private static final Point SIZE = new Point(720, 520);
  private static final String MESSAGE =
      "A mask or label map drawn in another program, such as ITK-SNAP or 3D Slicer.";

  private final CaseSession session;
  private final List<ImageSeries> images;
  private final MaskReading reading;
  private Text file;
  private Combo image;
  private Label reason;
  private Composite labels;
  private final Map<Integer, Text> names = new TreeMap<>();
  private String asked = ""; // the file that was read last
  private Optional<MaskReading.Outcome.Read> read = Optional.empty();
  private Optional<Job> running = Optional.empty();

  public ImportMasksDialog(Shell parent, CaseSession session) {
    super(parent);
    this.session = session;
    images = List.copyOf(session.patientCase().getImageSeries());
    reading = new MaskReading(session.openCase().voxels());
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Import Masks");
  }

  @Override
  protected boolean isResizable() {
    return true;
  }

  @Override
  protected Point getInitialSize() {
    return SIZE;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    setTitle("Masks as structures");
    setMessage(MESSAGE);
    Composite area = (Composite) super.createDialogArea(parent);
    var body = new Composite(area, SWT.NONE);
    body.setLayout(new GridLayout(3, false));
    body.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    new Label(body, SWT.NONE).setText("File");
    file = WidgetId.mark(new Text(body, SWT.BORDER), "masks.file");
    file.setMessage(".nii, .nii.gz or .nrrd");
    file.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    file.addListener(SWT.Traverse, this::enterPressed);
    file.addListener(SWT.FocusOut, event -> readIfChanged());
    var browse = new Button(body, SWT.PUSH);
    browse.setText("Browse...");
    browse.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> browse()));
    new Label(body, SWT.NONE).setText("Drawn on");
    image = WidgetId.mark(new Combo(body, SWT.READ_ONLY), "masks.image");
    image.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
    images.forEach(series -> image.add(title(series)));
    image.select(firstChoice());
    image.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> read()));
    reason = WidgetId.mark(new Label(body, SWT.WRAP), "masks.reason");
    var reasonData = new GridData(SWT.FILL, SWT.TOP, true, false, 3, 1);
    reasonData.widthHint = SIZE.x / 2; // the row makes it as wide as the dialog
    reason.setLayoutData(reasonData);
    labels = new Composite(body, SWT.NONE);
    labels.setLayout(new GridLayout(2, false));
    labels.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true, 3, 1));
    return area;
  }

  /** The image that is shown, else that of the plan. */
  private int firstChoice() {
    Optional<ImageSeries> first =
        session
            .viewing()
            .shownImage()
            .or(
                () ->
                    images.stream()
                        .filter(series -> series.getRole() == ImageRole.PLANNING_CT)
                        .findFirst());
    return Math.max(0, first.map(images::indexOf).orElse(0));
  }

  private static String title(ImageSeries series) {
    String modality = series.getModality() == null ? "" : series.getModality();
    String description = series.getDescription() == null ? "" : series.getDescription();
    return (modality + " " + description).strip();
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, IDialogConstants.OK_ID, "Import", true).setEnabled(false);
    createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
  }

  private void browse() {
    var dialog = new FileDialog(getShell(), SWT.OPEN);
    dialog.setFilterExtensions(new String[] {"*.nii;*.nii.gz;*.nrrd", "*"});
    Optional.ofNullable(dialog.open())
        .ifPresent(
            chosen -> {
              file.setText(chosen);
              read();
            });
  }

  /** The button, which Enter would press, is disabled until the file was read. */
  private void enterPressed(Event event) {
    if (event.detail == SWT.TRAVERSE_RETURN && !file.getText().strip().equals(asked)) {
      event.doit = false;
      read();
    }
  }

  private void readIfChanged() {
    if (!file.isDisposed() && !file.getText().strip().equals(asked)) {
      read();
    }
  }

  /** The head of the dialog has room for two lines only. */
  private void explain(String sentence) {
    reason.setText(sentence);
    reason.requestLayout();
  }

  /** Reads the file named in the field. */
  void read() {
    running.ifPresent(Job::cancel);
    asked = file.getText().strip();
    read = Optional.empty();
    explain("");
    showLabels();
    if (file.getText().isBlank() || image.getSelectionIndex() < 0) {
      setMessage(images.isEmpty() ? "The case has no image." : MESSAGE);
      return;
    }
    setErrorMessage(null); // JFace: none
    setMessage("The file is being read.");
    Path path = Path.of(file.getText().strip());
    ImageSeries series = images.get(image.getSelectionIndex());
    String seriesUid = series.getSeriesInstanceUid();
    String imageTitle = title(series);
    Display display = getShell().getDisplay();
    Job job =
        Job.create(
            "Reading " + path.getFileName(),
            monitor -> {
              try {
                MaskReading.Outcome outcome = reading.read(path, seriesUid, imageTitle, monitor);
                display.asyncExec(() -> show(path, outcome));
                return Status.OK_STATUS;
              } catch (OperationCanceledException e) {
                return Status.CANCEL_STATUS;
              }
            });
    running = Optional.of(job);
    job.schedule();
  }

  private void show(Path path, MaskReading.Outcome outcome) {
    if (getShell() == null || getShell().isDisposed()) {
      return;
    }
    switch (outcome) {
      case MaskReading.Outcome.Refused(Finding finding) -> {
        setErrorMessage("Nothing can be taken over from this file.");
        explain(finding.text());
      }
      case MaskReading.Outcome.Read found -> {
        read = Optional.of(found);
        setErrorMessage(null); // JFace: none
        setMessage(
            found.findings().isEmpty()
                ? "The mask fits the image. Name the structures."
                : found.findings().getFirst().text(),
            found.findings().isEmpty() ? IMessageProvider.NONE : IMessageProvider.WARNING);
      }
    }
    showLabels();
    Optional.ofNullable(path.getFileName())
        .map(Path::toString)
        .map(name -> name.replaceAll("\\.(nii|nii\\.gz|nrrd)$", ""))
        .ifPresent(this::proposeNames);
  }

  private void proposeNames(String fileName) {
    List<String> taken = StructureRows.names(session);
    names.forEach(
        (label, text) -> {
          String proposed = names.size() == 1 ? fileName : fileName + " " + label;
          text.setText(taken.contains(proposed) ? proposed + " (mask)" : proposed);
        });
  }

  private void showLabels() {
    for (Control old : labels.getChildren()) {
      old.dispose();
    }
    names.clear();
    read.ifPresent(
        found ->
            found
                .byLabel()
                .keySet()
                .forEach(
                    label -> {
                      new Label(labels, SWT.NONE).setText("Label " + label);
                      var text = WidgetId.mark(new Text(labels, SWT.BORDER), "masks.name" + label);
                      text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
                      names.put(label, text);
                    }));
    labels.layout(true);
    Button ok = getButton(IDialogConstants.OK_ID);
    if (ok != null) { // the dialog is being built
      ok.setEnabled(read.isPresent());
    }
  }

  @Override
  protected void okPressed() {
    ImageSeries series = images.get(image.getSelectionIndex());
    var placing = new MaskPlacing(session);
    switch (placing.of(series)) {
      case MaskPlacing.Place.Nowhere(String sentence) -> {
        setErrorMessage(sentence);
        return;
      }
      case MaskPlacing.Place.Known known ->
          new ContourEdits(session).createAll(structures(known), "Import Masks");
    }
    super.okPressed();
  }

  private List<ContourEdits.WithContours> structures(MaskPlacing.Place.Known place) {
    List<ContourEdits.WithContours> structures = new ArrayList<>();
    String fileName = Path.of(file.getText().strip()).getFileName().toString();
    int position = (int) StructureRows.all(session).count();
    for (Map.Entry<Integer, Text> name : names.entrySet()) {
      ContourSet contours = read.orElseThrow().byLabel().get(name.getKey());
      String text = name.getValue().getText().strip();
      var structure =
          new NewStructure(
              text.isEmpty() ? "Label " + name.getKey() : text,
              Optional.empty(),
              StructureType.OTHER,
              StructureColours.first(StructureType.OTHER, position + structures.size()),
              StructureOrigin.ofMask(fileName, name.getKey()));
      structures.add(new ContourEdits.WithContours(structure, place.placed(contours)));
    }
    return structures;
  }

  @Override
  public boolean close() {
    running.ifPresent(Job::cancel);
    return super.close();
  }
}
