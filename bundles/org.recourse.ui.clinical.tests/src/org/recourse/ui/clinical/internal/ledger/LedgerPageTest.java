/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTError;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.assistant.bands.StructureBand;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.Prescription;
import org.recourse.model.edit.LedgerEdits;
import org.recourse.radiobiology.ledger.RecoveryTables;
import org.recourse.registration.uncertainty.MetricBand;
import org.recourse.ui.clinical.LedgerCase;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.NumberText;
import org.recourse.ui.widget.WidgetId;

/** Drives the ledger page by events of its widgets, on a display but without a workbench. */
class LedgerPageTest {

  private final LedgerCase ledgerCase = new LedgerCase();
  private Shell shell;
  private SliceExecutor executor;
  private CaseSession session;

  @BeforeEach
  void open() {
    shell = new Shell(displayOrSkip());
    executor = SliceExecutor.ofThreads(1);
    session = ledgerCase.session(executor);
  }

  private static Display displayOrSkip() {
    try {
      return Display.getDefault();
    } catch (SWTError | UnsatisfiedLinkError e) {
      Assumptions.abort("there is no display: " + e.getMessage());
      throw e; // not reached: abort has thrown
    }
  }

  @AfterEach
  void close() {
    if (shell != null) {
      shell.dispose();
      session.planWatch().close();
      executor.close();
    }
  }

  private void openPage() {
    new LedgerPage(shell, session, LedgerCase.PROTOCOLS);
  }

  @Test
  void theTableShowsTheNumbersOfThePlan() {
    openPage();
    LedgerNumbers.Row cord = numbers().ledger().row("SpinalCord").orElseThrow();

    for (LedgerFigure figure : LedgerFigure.values()) {
      choose(figure);
      assertEquals(text(cord.plan(), figure), cell("SpinalCord", "Plan"));
      assertEquals(text(cord.cumulative(), figure), cell("SpinalCord", "Cumulative"));
      assertEquals(text(cord.parts().get(0).figures(), figure), cell("SpinalCord", "First course"));
    }
    assertEquals("50.0", cell("SpinalCord", "First course"), "50 Gy in 25 is 50 Gy EQD2");
    assertEquals("2.0", cell("SpinalCord", "α/β (Gy)"));
  }

  @Test
  void everyCumulativeFigureHasTheIntervalOfItsRegistration() {
    openPage();
    StructureBand band =
        session
            .planWatch()
            .latestBands()
            .orElseThrow()
            .structure(line("SpinalCord").structure())
            .orElseThrow();

    choose(LedgerFigure.MAXIMUM);
    assertEquals(interval(band.maximumGy()), cell("SpinalCord", "Cumul. if displaced"));
    choose(LedgerFigure.MEAN);
    assertEquals(interval(band.meanGy()), cell("SpinalCord", "Cumul. if displaced"));
    assertEquals(NumberText.UNKNOWN, cell("Lens_L", "Cumul. if displaced"));
  }

  private static String interval(MetricBand band) {
    return NumberText.doseGy(band.worstLow()) + " – " + NumberText.doseGy(band.worstHigh());
  }

  @Test
  void whatIsKnownFromPaperIsAnUpperBound() {
    openPage();
    choose(LedgerFigure.MAXIMUM);
    LedgerNumbers.Row cord = numbers().ledger().row("SpinalCord").orElseThrow();

    double boundGy = cord.cumulative().orElseThrow().maxEqd2Gy() + 25.2; // 18 Gy in 5, ratio 2 Gy

    assertEquals(
        "paper only, at most " + NumberText.doseGy(boundGy), cell("SpinalCord", "Not in the sum"));
    assertEquals("nothing known of Palliative course", cell("PTVnx", "Not in the sum"));
    assertEquals("all: α/β is not set", cell("Lens_L", "Not in the sum"));
  }

  @Test
  void anEditOfTheRatioChangesTheNumbersAndIsUndone() {
    openPage();
    String before = cell("SpinalCord", "Cumulative");
    var editing = new LedgerEditing(session);

    editing.setAlphaBeta(line("SpinalCord"), 10);

    assertEquals(10, ledgerCase.cord().getAlphaBetaGy());
    assertEquals("10.0", cell("SpinalCord", "α/β (Gy)"));
    assertNotEquals(before, cell("SpinalCord", "Cumulative"));

    session.editingDomain().getCommandStack().undo();

    assertEquals(2, ledgerCase.cord().getAlphaBetaGy());
    assertEquals(before, cell("SpinalCord", "Cumulative"));
  }

  @Test
  void theSourceOfARatioIsWhatWasRecorded() {
    openPage();
    assertTrue(cell("SpinalCord", "Source of α/β").startsWith("not recorded"));

    new LedgerEditing(session).setAlphaBeta(line("SpinalCord"), 2.5);
    assertEquals("typed here", cell("SpinalCord", "Source of α/β"));
    session.editingDomain().getCommandStack().undo();

    assertTrue(cell("SpinalCord", "Source of α/β").startsWith("not recorded"));
  }

  /** Without a half-time a twice-daily plan is a lower bound; an edit of it is one undo step. */
  @Test
  void aHalfTimeOfRepairIsTypedUndoneAndShown() {
    Prescription planned =
        ledgerCase.patientCase().getCourses().getLast().getPlans().getFirst().getPrescription();
    planned.setFractionsPerDay(2);
    planned.setHoursBetweenFractions(6);
    openPage();
    String before = cell("SpinalCord", "Cumulative");
    assertTrue(before.startsWith(RepairText.AT_LEAST), before);
    assertEquals("?", cell("SpinalCord", "T½ (h)"));
    assertTrue(find("ledger.note", Label.class).getText().contains("no half-time of repair"));

    new LedgerEditing(session).setRepairHalfTime(line("SpinalCord"), 5);

    assertEquals("5.0", cell("SpinalCord", "T½ (h)"));
    String pairs = cell("SpinalCord", "Cumulative");
    assertFalse(pairs.startsWith(RepairText.AT_LEAST), pairs);

    new LedgerEditing(session).setRepairOvernight(true);

    assertNotEquals(pairs, cell("SpinalCord", "Cumulative"));
    assertEquals(1, find("ledger.repair", Combo.class).getSelectionIndex());

    session.editingDomain().getCommandStack().undo();
    session.editingDomain().getCommandStack().undo();

    assertEquals(before, cell("SpinalCord", "Cumulative"));
  }

  @Test
  void recoveryDiscountsTheEarlierCourseOfAnOrganOnly() {
    openPage();
    choose(LedgerFigure.MAXIMUM);
    var editing = new LedgerEditing(session);
    String plain = cell("SpinalCord", "Cumulative");

    editing.setRecovery(line("SpinalCord"), Optional.of(RecoveryTables.DOI_2021));

    LedgerNumbers.Row cord = numbers().ledger().row("SpinalCord").orElseThrow();
    assertEquals(plain, cell("SpinalCord", "Cumulative"), "the plain sum stays");
    assertEquals("0.50", cell("SpinalCord", "Counted"), "half is recovered after three years");
    assertEquals(
        NumberText.doseGy(cord.cumulative().orElseThrow().maxEqd2Gy() - 25) + " + paper",
        cell("SpinalCord", "With recovery"),
        "the paper course is not discounted, and not in it");
    assertTrue(
        find("ledger.note", Label.class).getText().contains("maxima from paper count in full"));
    assertEquals(LedgerText.NEVER, cell("PTVnx", "Recovery"));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            LedgerEdits.setRecoveryTable(
                session.editingDomain(),
                ledgerCase.target(),
                Optional.of(RecoveryTables.DOI_2021.id())));

    session.editingDomain().getCommandStack().undo();

    assertEquals(LedgerText.NO_RECOVERY, cell("SpinalCord", "Recovery"));
    assertEquals("–", cell("SpinalCord", "With recovery"));
  }

  @Test
  void aTableWrittenIntoATargetIsIgnored() {
    ledgerCase.target().setRecoveryTableId(RecoveryTables.DOI_2021.id());
    openPage();

    assertEquals(Optional.empty(), numbers().ledger().row("PTVnx").orElseThrow().discounted());
    assertEquals("1.00", cell("PTVnx", "Counted"));
  }

  @Test
  void anUnknownUncertaintyCountsAsThreeMillimetresUntilItIsStated() {
    openPage();
    Table courses = find("ledger.courses", Table.class);
    int column = column(courses, "Registration (mm)");

    assertEquals("rigid ± 3.0 assumed", courses.getItem(0).getText(column));

    new LedgerEditing(session).setUncertainty(ledgerCase.registrationOfFirst(), 1.5);

    assertEquals("rigid ± 1.5", courses.getItem(0).getText(column));
    assertEquals(
        1.5, numbers().ledger().row("SpinalCord").orElseThrow().maximum().orElseThrow().radiusMm());

    session.editingDomain().getCommandStack().undo();

    assertFalse(ledgerCase.registrationOfFirst().isSetUncertaintyMm());
    assertEquals("rigid ± 3.0 assumed", courses.getItem(0).getText(column));
  }

  @Test
  void theHeadTellsDatesIntervalFractionsAndUse() {
    openPage();
    Table courses = find("ledger.courses", Table.class);

    assertEquals(3, courses.getItemCount());
    assertEquals("2023-01-09 – 02-27", courses.getItem(0).getText(1));
    assertEquals("36.1", courses.getItem(0).getText(2), "1099 days");
    assertEquals("50.0 Gy in 25", courses.getItem(0).getText(3));
    assertEquals("paper, 1 figure", courses.getItem(1).getText(column(courses, "Dose from")));
    assertEquals("the plan", courses.getItem(2).getText(column(courses, "In the sum")));
  }

  @Test
  void protocolsAreChosenAndUndoneAndLeaveARemainingDose() {
    openPage();
    assertEquals("no protocol", find("ledger.protocols", Label.class).getText());
    assertEquals("–", cell("SpinalCord", "Remaining (Gy/fx)"));

    new LedgerEditing(session).setProtocols(List.of(LedgerCase.PROTOCOL));

    assertEquals(List.of(LedgerCase.PROTOCOL), session.patientCase().getProtocolIds());
    assertEquals("Test protocol", find("ledger.protocols", Label.class).getText());
    // the least: 120 - 50 - 25.2 = 44.8 Gy EQD2 left, d = -1 + sqrt(1 + 4 * 44.8 * 2 / (30 * 2))
    assertEquals("≥ 1.64", cell("SpinalCord", "Remaining (Gy/fx)"));

    session.editingDomain().getCommandStack().undo();

    assertTrue(session.patientCase().getProtocolIds().isEmpty());
    assertEquals("–", cell("SpinalCord", "Remaining (Gy/fx)"));
  }

  @Test
  void missingRatiosAreTakenFromTheProtocolsInOneStep() {
    openPage();
    new LedgerEditing(session).setProtocols(List.of(LedgerCase.PROTOCOL));

    Button take = find("ledger.takeRatios", Button.class);
    assertTrue(take.isEnabled());
    take.notifyListeners(SWT.Selection, new Event());

    assertEquals(1, ledgerCase.lens().getAlphaBetaGy());
    assertEquals("Test 2026 [R], Test protocol", cell("Lens_L", "Source of α/β"));
    assertEquals("not recorded", cell("SpinalCord", "Source of α/β"));
    assertFalse(take.isEnabled());

    session.editingDomain().getCommandStack().undo();
    assertFalse(ledgerCase.lens().isSetAlphaBetaGy());
  }

  private PlanNumbers numbers() {
    return session.planWatch().latest().orElseThrow();
  }

  private LedgerLine line(String structure) {
    return LedgerLine.of(numbers()).stream()
        .filter(line -> line.structure().name().equals(structure))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Optional<LedgerNumbers.Figures> figures, LedgerFigure figure) {
    return NumberText.orUnknown(figure.of(figures.orElseThrow()), 1);
  }

  private void choose(LedgerFigure figure) {
    Combo combo = find("ledger.figure", Combo.class);
    combo.select(figure.ordinal());
    combo.notifyListeners(SWT.Selection, new Event());
  }

  private String cell(String structure, String head) {
    Table table = find("ledger.table", Table.class);
    int column = column(table, head);
    return Arrays.stream(table.getItems())
        .filter(item -> item.getText(0).equals(structure))
        .findFirst()
        .orElseThrow()
        .getText(column);
  }

  private static int column(Table table, String head) {
    return Arrays.stream(table.getColumns()).map(TableColumn::getText).toList().indexOf(head);
  }

  private <C extends Control> C find(String id, Class<C> type) {
    return find(shell, id).map(type::cast).orElseThrow(() -> new AssertionError("no " + id));
  }

  private static Optional<Control> find(Control from, String id) {
    if (id.equals(from.getData(WidgetId.KEY))) {
      return Optional.of(from);
    }
    return from instanceof Composite parent
        ? Arrays.stream(parent.getChildren())
            .map(child -> find(child, id))
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }
}
