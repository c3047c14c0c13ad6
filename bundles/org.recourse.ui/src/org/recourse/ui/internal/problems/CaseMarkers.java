/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.problems;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.emf.common.command.CommandStackListener;
import org.eclipse.swt.widgets.Display;
import org.recourse.assistant.check.PlanCheckCatalogue;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.watch.PlanWatchListener;
import org.recourse.grid.finding.Finding;
import org.recourse.model.validate.CaseProblem;
import org.recourse.model.validate.CaseValidator;
import org.recourse.ui.session.CaseSession;

/**
 * Keeps the problem markers of an open case current: constraints are checked and findings collected
 * on the UI thread, where the model lives, and written to the workspace in a job. UI thread only.
 */
public final class CaseMarkers implements PlanWatchListener {

  private final CaseSession session;
  private final CaseValidator validator = new CaseValidator();
  private final CommandStackListener editListener = event -> update();
  private List<CaseMarker> written = List.of();
  private final PlanCheckJob checking;
  private List<Finding> numberFindings = List.of();
  private boolean first = true;

  public CaseMarkers(CaseSession session, PlanCheckCatalogue checks, Display display) {
    this.session = session;
    checking =
        new PlanCheckJob(
            checks,
            (numbers, findings) -> {
              if (!display.isDisposed()) {
                display.asyncExec(() -> checked(numbers, findings));
              }
            });
  }

  private void checked(PlanNumbers numbers, List<Finding> findings) {
    if (session.planWatch().revision() == numbers.revision()) {
      session.viewing().setPlanCheckFindings(findings);
      update();
    }
  }

  public void start() {
    session.planWatch().addListener(this);
    session.editingDomain().getCommandStack().addCommandStackListener(editListener);
    update();
  }

  public void stop() {
    checking.cancel();
    session.planWatch().removeListener(this);
    session.editingDomain().getCommandStack().removeCommandStackListener(editListener);
  }

  @Override
  public void onStale(long revision) {
    // constraints are checked with the edit; findings follow with the numbers
  }

  @Override
  public void onNumbers(PlanNumbers numbers) {
    numberFindings = numbers.findings();
    checking.request(numbers);
    update();
  }

  @Override
  public void onFailure(long revision, RuntimeException cause) {
    // the views of the numbers report it
  }

  private void update() {
    List<CaseMarker> wanted = new ArrayList<>();
    for (CaseProblem problem : validator.validate(session.patientCase())) {
      wanted.add(CaseMarker.of(problem));
    }
    addSerious(session.openingFindings(), wanted);
    addSerious(numberFindings, wanted);
    addSerious(session.viewing().planCheckFindings(), wanted);
    List<CaseMarker> distinct = wanted.stream().distinct().toList();
    if (first || !distinct.equals(written)) {
      first = false;
      written = distinct;
      new MarkerJob(session.file(), distinct).schedule();
    }
  }

  private static void addSerious(List<Finding> findings, List<CaseMarker> wanted) {
    findings.stream()
        .filter(finding -> finding.severity() != Finding.Severity.INFO)
        .map(CaseMarker::of)
        .forEach(wanted::add);
  }
}
