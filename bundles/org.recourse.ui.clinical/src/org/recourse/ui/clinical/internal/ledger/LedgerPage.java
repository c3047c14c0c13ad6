/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.recourse.assistant.bands.UncertaintyBands;
import org.recourse.assistant.numbers.DerivedNumber;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.NumbersSoFar;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.ShownNumbers;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.assistant.protocols.ProtocolNumbers;
import org.recourse.assistant.protocols.ProtocolTemplate;
import org.recourse.assistant.watch.Interest;
import org.recourse.assistant.watch.PlanWatchListener;
import org.recourse.grid.finding.Finding;
import org.recourse.ui.clinical.internal.protocols.AlphaBetaSources;
import org.recourse.ui.clinical.internal.protocols.ProtocolDialog;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ShownBands;
import org.recourse.ui.session.StructureRows;
import org.recourse.ui.widget.StaleLine;
import org.recourse.ui.widget.ToolTipText;
import org.recourse.ui.widget.WidgetId;

/**
 * Page with what every structure received in the courses, receives altogether and may still
 * receive. From an edit until the new numbers come everything is grey. UI thread only.
 */
final class LedgerPage implements PlanPage {

  private static final int MOST_COURSE_ROWS = 6;

  private static final Set<DerivedNumber> SHOWN =
      Set.of(DerivedNumber.LEDGER, DerivedNumber.PROTOCOLS, DerivedNumber.BANDS);

  private final CaseSession session;
  private final ProtocolCatalogue catalogue;
  private final LedgerEditing editing;
  private final Composite page;
  private final CourseTable courses;
  private final Label protocols;
  private final Combo figures;
  private final RepairChoice repair;
  private final Button takeRatios;
  private final StaleLine line;
  private final Composite place;
  private final Label overlaps;
  private final Label note;
  private LedgerTable table;
  private Optional<PlanNumbers> painted = Optional.empty();
  private boolean hidden;

  LedgerPage(Composite parent, CaseSession session, ProtocolCatalogue catalogue) {
    this.session = session;
    this.catalogue = Objects.requireNonNull(catalogue, "catalogue");
    editing = new LedgerEditing(session);
    page = WidgetId.mark(new Composite(parent, SWT.NONE), "ledger");
    page.setLayout(new GridLayout());
    courses = new CourseTable(page, session, editing);
    courses.control().setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    Composite choices = new Composite(page, SWT.NONE);
    choices.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    var layout = new RowLayout(); // wraps where the page is narrow
    layout.center = true;
    layout.marginLeft = 0;
    layout.spacing = 6;
    choices.setLayout(layout);
    new Label(choices, SWT.NONE).setText("Figure, Gy EQD2");
    figures = WidgetId.mark(new Combo(choices, SWT.READ_ONLY), "ledger.figure");
    figures.setItems(
        Arrays.stream(LedgerFigure.values()).map(LedgerFigure::title).toArray(String[]::new));
    figures.select(0);
    figures.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> table.show(figure())));
    repair = new RepairChoice(choices, editing::setRepairOvernight);
    new Label(choices, SWT.NONE).setText(" Judged by");
    protocols = WidgetId.mark(new Label(choices, SWT.NONE), "ledger.protocols");
    button(choices, "ledger.chooseProtocols", "Protocols...", this::chooseProtocols);
    takeRatios =
        button(choices, "ledger.takeRatios", "Fill in missing α/β", this::takeMissingRatios);
    takeRatios.setToolTipText(
        "Gives structures without α/β the ratio that the chosen protocols name, drafts excepted");
    line = new StaleLine(page);
    place = new Composite(page, SWT.NONE);
    place.setLayout(new FillLayout());
    place.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    table = newTable(List.of(), false);
    overlaps = WidgetId.mark(new Label(page, SWT.WRAP), "ledger.overlaps");
    overlaps.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    note = WidgetId.mark(new Label(page, SWT.WRAP), "ledger.note");
    note.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    listen();
  }

  private static Button button(Composite parent, String id, String text, Runnable effect) {
    Button button = WidgetId.mark(new Button(parent, SWT.PUSH), id);
    button.setText(text);
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> effect.run()));
    return button;
  }

  private void listen() {
    var listener = new Numbers();
    session.planWatch().addListener(listener);
    Interest interest = session.planWatch().newInterest();
    page.addListener(
        SWT.Show,
        e -> {
          hidden = false;
          interest.lookAt(SHOWN);
          showNew();
        });
    page.addListener(
        SWT.Hide,
        e -> {
          hidden = true; // nothing is painted that nobody sees
          interest.lookAt(Set.of());
        });
    page.addDisposeListener(
        e -> {
          session.planWatch().removeListener(listener);
          interest.close();
        });
    if (page.isVisible()) {
      interest.lookAt(SHOWN);
    }
    note.setText("The numbers are being computed.");
    showNew();
  }

  /** Shows the ledger as soon as the limits of the protocols have been taken from it. */
  private void showNew() {
    if (hidden) {
      return;
    }
    ShownNumbers shown = session.planWatch().shown();
    Optional<PlanNumbers> newest = shown.of(DerivedNumber.PROTOCOLS);
    if (newest.isPresent() && newest.get() != painted.orElse(null)) { // identity: made once
      painted = newest;
      show(newest.get());
    }
    setStale(!shown.areCurrent(Set.of(DerivedNumber.LEDGER, DerivedNumber.PROTOCOLS)));
  }

  private LedgerTable newTable(List<String> earlier, boolean withRepair) {
    var made = new LedgerTable(place, earlier, withRepair, editing);
    made.show(figure());
    made.viewer()
        .addSelectionChangedListener(
            e ->
                made.selected()
                    .flatMap(chosen -> StructureRows.structure(session, chosen.structure()))
                    .ifPresent(structure -> session.viewing().select(Optional.of(structure))));
    return made;
  }

  private LedgerFigure figure() {
    return LedgerFigure.values()[figures.getSelectionIndex()];
  }

  private void show(PlanNumbers numbers) {
    List<String> earlier =
        numbers.ledger().columns().stream().map(LedgerNumbers.Column::label).toList();
    boolean withRepair = RepairText.matters(numbers);
    repair.show(withRepair, session.patientCase().isRepairOvernight());
    if (!table.fits(earlier, withRepair)) {
      table.control().dispose();
      table = newTable(earlier, withRepair);
      place.layout(true);
    }
    courses.show(CourseLine.of(numbers));
    fitCourses();
    List<LedgerLine> lines = LedgerLine.of(numbers, ShownBands.of(session, numbers));
    AlphaBetaSources sources = sources(numbers);
    table.show(lines, sources);
    showProtocols(numbers);
    takeRatios.setEnabled(
        lines.stream()
            .map(LedgerLine::structure)
            .anyMatch(s -> s.alphaBetaGy().isEmpty() && sources.offered(s).isPresent()));
    showOverlaps(numbers.ledger().findings());
    note.setText(noteOf(numbers));
    page.layout(true, true);
  }

  private static AlphaBetaSources sources(PlanNumbers numbers) {
    return new AlphaBetaSources(
        numbers.protocols().stream().map(ProtocolNumbers::protocol).toList());
  }

  /** All courses are seen at once as long as they are few. */
  private void fitCourses() {
    Table head = courses.control();
    int rows = Math.clamp(head.getItemCount(), 1, MOST_COURSE_ROWS);
    int height = head.getHeaderHeight() + rows * head.getItemHeight() + 4 * head.getBorderWidth();
    ((GridData) head.getLayoutData()).heightHint = height;
  }

  private void showProtocols(PlanNumbers numbers) {
    List<ProtocolTemplate> chosen =
        numbers.protocols().stream().map(ProtocolNumbers::protocol).toList();
    protocols.setText(
        chosen.isEmpty()
            ? "no protocol"
            : chosen.stream().map(ProtocolTemplate::title).collect(Collectors.joining(" · ")));
    protocols.setToolTipText(ToolTipText.of(protocols.getText()));
  }

  private void showOverlaps(List<Finding> findings) {
    overlaps.setText(
        findings.isEmpty()
            ? ""
            : "Overlap: "
                + findings.size()
                + (findings.size() == 1 ? " pair" : " pairs")
                + " with different α/β share voxels; each structure counts at its own.");
    overlaps.setToolTipText(
        ToolTipText.of(findings.stream().map(Finding::text).collect(Collectors.joining("\n"))));
    ((GridData) overlaps.getLayoutData()).exclude = findings.isEmpty();
    overlaps.setVisible(!findings.isEmpty());
  }

  private static String noteOf(PlanNumbers numbers) {
    if (numbers.planDose().isEmpty()) {
      return "The plan has no dose, so nothing can be summed. Import its RTDOSE, or see Findings.";
    }
    if (numbers.ledger().columns().isEmpty()) {
      return "No earlier course has a dose grid in the sum: the cumulative EQD2 is that of the"
          + " plan. Add earlier courses by import, or type them in Courses."
          + RepairText.note(numbers);
    }
    return "EQD2 of each structure at its own α/β; between fractions: "
        + numbers.ledger().repair()
        + ". Cumulative values are not discounted for recovery."
        + paperNote(numbers)
        + RepairText.note(numbers);
  }

  /** Recovery tables never reach what is known from paper only. */
  private static String paperNote(PlanNumbers numbers) {
    boolean paper =
        numbers.ledger().rows().stream()
            .anyMatch(row -> row.discounted().isPresent() && !row.missingCourses().isEmpty());
    return paper
        ? " + paper: recovery tables discount courses with a dose grid only; maxima from paper"
            + " count in full."
        : "";
  }

  private void chooseProtocols() {
    var dialog =
        new ProtocolDialog(
            page.getShell(), catalogue, List.copyOf(session.patientCase().getProtocolIds()));
    if (dialog.open() == Window.OK) {
      editing.setProtocols(dialog.chosen());
    }
  }

  private void takeMissingRatios() {
    session
        .planWatch()
        .shown()
        .of(DerivedNumber.PROTOCOLS)
        .ifPresent(numbers -> editing.takeMissingRatios(LedgerLine.of(numbers), sources(numbers)));
  }

  private void setStale(boolean stale) {
    var colour =
        stale ? page.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND) : null;
    table.control().setForeground(colour); // SWT: null is the colour of the theme
    courses.control().setForeground(colour);
    overlaps.setForeground(colour);
    line.setMoving(stale);
  }

  @Override
  public Control control() {
    return page;
  }

  @Override
  public void setFocus() {
    table.control().setFocus();
  }

  /** Called on the UI thread, in order. */
  private final class Numbers implements PlanWatchListener {

    @Override
    public void onStale(long revision) {
      if (!page.isDisposed()) {
        setStale(true);
      }
    }

    @Override
    public void onEarlyNumbers(NumbersSoFar part) {
      if (!page.isDisposed()) {
        showNew(); // an edit may have come since: what is current is asked now
      }
    }

    @Override
    public void onNumbers(PlanNumbers numbers) {
      if (!page.isDisposed()) {
        showNew();
      }
    }

    @Override
    public void onBands(UncertaintyBands bands) {
      if (!page.isDisposed()) {
        painted = Optional.empty();
        showNew();
      }
    }

    @Override
    public void onFailure(long revision, RuntimeException cause) {
      if (!page.isDisposed()) {
        setStale(true);
        line.setMoving(false);
        note.setText("The numbers could not be computed; the grey ones are older than the plan.");
      }
    }
  }
}
