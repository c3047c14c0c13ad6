/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.readers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.CheckboxTableViewer;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.recourse.dosimetry.structure.Overlap;
import org.recourse.model.Structure;
import org.recourse.ui.contouring.internal.edit.SliceDistance;
import org.recourse.ui.contouring.internal.edit.StructureContours;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.StructureRows;
import org.recourse.ui.widget.ColourSwatches;
import org.recourse.ui.widget.TableColumns;
import org.recourse.ui.widget.WidgetId;

/** Chooses versions of a structure and shows how well they agree. UI thread only. */
public final class ReadersDialog extends TitleAreaDialog {

  private static final int EXPORT_ID = IDialogConstants.CLIENT_ID + 1;
  private static final Point SIZE = new Point(1120, 560);
  private static final int LIST_WIDTH = 230;
  private static final int NAME_CHARACTERS = 12;
  private static final int NUMBER_CHARACTERS = 9;

  private final CaseSession session;
  private CheckboxTableViewer versions;
  private TableViewer table;
  private Label summary;
  private Optional<ComparisonJob> running = Optional.empty();
  private Optional<ReaderComparison> shown = Optional.empty();

  public ReadersDialog(Shell parent, CaseSession session) {
    super(parent);
    this.session = session;
    setShellStyle(SWT.CLOSE | SWT.TITLE | SWT.BORDER | SWT.MODELESS | SWT.RESIZE);
    setBlockOnOpen(false);
  }

  @Override
  protected void configureShell(Shell shell) {
    super.configureShell(shell);
    shell.setText("Compare Readers");
  }

  @Override
  protected Point getInitialSize() {
    return SIZE;
  }

  @Override
  protected Control createDialogArea(Composite parent) {
    setTitle("Versions of one structure");
    setMessage("Mark two or more versions, such as those of several readers.");
    Composite area = (Composite) super.createDialogArea(parent);
    var columns = new Composite(area, SWT.NONE);
    columns.setLayout(new GridLayout(2, false));
    columns.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    createVersions(columns);
    var right = new Composite(columns, SWT.NONE);
    right.setLayout(new GridLayout());
    right.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    createTable(right);
    summary = WidgetId.mark(new Label(right, SWT.WRAP), "readers.summary");
    summary.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    compare();
    return area;
  }

  private void createVersions(Composite parent) {
    versions = CheckboxTableViewer.newCheckList(parent, SWT.BORDER);
    WidgetId.mark(versions.getTable(), "readers.versions");
    var data = new GridData(SWT.FILL, SWT.FILL, false, true);
    data.widthHint = LIST_WIDTH;
    versions.getTable().setLayoutData(data);
    versions.setContentProvider(ArrayContentProvider.getInstance());
    var swatches = new ColourSwatches(versions.getTable());
    versions.setLabelProvider(
        new ColumnLabelProvider() {
          @Override
          public String getText(Object element) {
            return element instanceof Structure structure ? structure.getName() : "";
          }

          @Override
          public Image getImage(Object element) {
            return element instanceof Structure structure
                ? swatches.square(structure.getColourRgb())
                : null; // JFace: no image
          }
        });
    List<Structure> all = StructureRows.all(session).toList();
    List<Structure> alike =
        session.viewing().selectedStructure().map(one -> alike(one, all)).orElse(List.of());
    versions.setInput(
        Stream.concat(alike.stream(), all.stream().filter(each -> !alike.contains(each))).toList());
    versions.setCheckedElements(alike.toArray());
    versions.addCheckStateListener(event -> compare());
  }

  /** The selected structure with those whose names begin alike: "GTV reader 1", "GTV reader 2". */
  static List<Structure> alike(Structure selected, List<Structure> structures) {
    String stem = stem(selected.getName());
    return structures.stream()
        .filter(structure -> structure == selected || stem(structure.getName()).equals(stem))
        .toList();
  }

  private static String stem(String name) {
    return name.replaceAll("(?i)([ _-]+(reader|rater|observer|version|v|r))?[ _-]*[0-9]+$", "")
        .toLowerCase(Locale.ROOT);
  }

  private void createTable(Composite parent) {
    table = new TableViewer(parent, SWT.BORDER | SWT.FULL_SELECTION);
    WidgetId.mark(table.getTable(), "readers.table");
    table.getTable().setHeaderVisible(true);
    table.getTable().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    table.setContentProvider(ArrayContentProvider.getInstance());
    var columns = new TableColumns<>(table, ReaderComparison.Pair.class);
    columns.text("A", NAME_CHARACTERS, ReaderComparison.Pair::first);
    columns.text("B", NAME_CHARACTERS, ReaderComparison.Pair::second);
    number(columns, "A (cm³)", "%.1f", Overlap::firstCm3);
    number(columns, "B (cm³)", "%.1f", Overlap::secondCm3);
    number(columns, "Dice", "%.3f", Overlap::dice);
    number(columns, "Mean (mm)", "%.2f", Overlap::meanDistanceMm);
    number(columns, "HD95 (mm)", "%.2f", Overlap::distance95Mm);
    number(columns, "Hausdorff (mm)", "%.2f", Overlap::hausdorffMm);
    columns.fill();
  }

  private static void number(
      TableColumns<ReaderComparison.Pair> columns,
      String head,
      String format,
      ToDoubleFunction<Overlap> figure) {
    columns.number(
        head,
        NUMBER_CHARACTERS,
        pair -> String.format(Locale.ROOT, format, figure.applyAsDouble(pair.overlap())),
        Comparator.comparingDouble(pair -> figure.applyAsDouble(pair.overlap())));
  }

  @Override
  protected void createButtonsForButtonBar(Composite parent) {
    createButton(parent, EXPORT_ID, "Export CSV...", false);
    createButton(parent, IDialogConstants.CLOSE_ID, IDialogConstants.CLOSE_LABEL, true);
    enableExport();
  }

  private void compare() {
    running.ifPresent(Job::cancel);
    shown = Optional.empty();
    table.setInput(List.of());
    enableExport();
    List<StructureContours> chosen =
        Arrays.stream(versions.getCheckedElements())
            .map(Structure.class::cast)
            .map(StructureContours::of)
            .toList();
    if (chosen.size() < 2) {
      summary.setText("Mark at least two versions.");
      return;
    }
    if (chosen.stream().map(StructureContours::frameUid).distinct().count() > 1) {
      summary.setText(
          "These lie in different frames of reference; mark versions on the same images.");
      return;
    }
    summary.setText("The versions are being compared.");
    Display display = getParentShell().getDisplay();
    var job =
        new ComparisonJob(
            chosen,
            SliceDistance.mm(session, (Structure) versions.getCheckedElements()[0]),
            session.openCase().voxels(),
            session.executor(),
            outcome -> display.asyncExec(() -> show(chosen, outcome)));
    running = Optional.of(job);
    job.schedule();
  }

  private void show(List<StructureContours> asked, ComparisonJob.Outcome outcome) {
    if (getShell() == null || getShell().isDisposed() || !asked.equals(chosenNow())) {
      return;
    }
    switch (outcome) {
      case ComparisonJob.Outcome.Failed(String sentence) -> summary.setText(sentence);
      case ComparisonJob.Outcome.Compared(ReaderComparison comparison) -> {
        shown = Optional.of(comparison);
        table.setInput(comparison.pairs());
        TableColumns.fit(table.getTable());
        summary.setText(summaryText(comparison));
      }
    }
    summary.getParent().layout(true);
    enableExport();
  }

  private List<StructureContours> chosenNow() {
    return Arrays.stream(versions.getCheckedElements())
        .map(Structure.class::cast)
        .map(StructureContours::of)
        .toList();
  }

  /** Mean and standard deviation of the figures, and the spread of the volumes. */
  static String summaryText(ReaderComparison comparison) {
    if (comparison.pairs().isEmpty()) {
      return "Fewer than two of them have contours.";
    }
    return "Over "
        + comparison.pairs().size()
        + (comparison.pairs().size() == 1 ? " pair" : " pairs")
        + ": Dice "
        + spread(comparison.spread(Overlap::dice), "%.3f")
        + ", mean surface distance "
        + spread(comparison.spread(Overlap::meanDistanceMm), "%.2f")
        + " mm, 95 % Hausdorff "
        + spread(comparison.spread(Overlap::distance95Mm), "%.2f")
        + " mm. Volumes "
        + spread(comparison.volumeSpread(), "%.1f")
        + " cm³"
        + variation(comparison.volumeSpread().variationPercent())
        + ".";
  }

  private static String variation(OptionalDouble percent) {
    return percent.isEmpty()
        ? ""
        : String.format(Locale.ROOT, " (coefficient of variation %.0f %%)", percent.getAsDouble());
  }

  private static String spread(ReaderComparison.Spread spread, String format) {
    String mean = String.format(Locale.ROOT, format, spread.mean());
    return spread.standardDeviation().isEmpty()
        ? mean
        : mean
            + " ± "
            + String.format(Locale.ROOT, format, spread.standardDeviation().getAsDouble());
  }

  private void enableExport() {
    Button export = getButton(EXPORT_ID);
    if (export != null) { // the dialog is being built
      export.setEnabled(shown.filter(found -> !found.pairs().isEmpty()).isPresent());
    }
  }

  @Override
  protected void buttonPressed(int id) {
    if (id == EXPORT_ID) {
      shown.ifPresent(this::export);
    } else {
      close();
    }
  }

  private void export(ReaderComparison comparison) {
    var dialog = new FileDialog(getShell(), SWT.SAVE);
    dialog.setFilterExtensions(new String[] {"*.csv"});
    dialog.setFileName("readers.csv");
    dialog.setOverwrite(true);
    Optional.ofNullable(dialog.open())
        .map(Path::of)
        .ifPresent(file -> writing(file, ReadersCsv.of(comparison)).schedule());
  }

  private static Job writing(Path file, String text) {
    return Job.create(
        "Writing " + file.getFileName(),
        monitor -> {
          try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
            return Status.OK_STATUS;
          } catch (IOException e) {
            return Status.error(
                file + " could not be written: " + e.getMessage() + ". Choose another folder.", e);
          }
        });
  }

  @Override
  public boolean close() {
    running.ifPresent(Job::cancel);
    return super.close();
  }
}
