/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.recourse.model.Plan;
import org.recourse.ui.planning.internal.PlanningWindow;
import org.recourse.ui.planning.internal.plans.PlanEdit;
import org.recourse.ui.planning.internal.plans.PlanningState;

/** Drives the page by events of its widgets, on a display but without a workbench. */
class ComparePageTest {

  private PlanningWindow window;
  private final ComparedPlans shared = new ComparedPlans();

  @BeforeEach
  void open() {
    window = new PlanningWindow(Path.of("case"));
    new ComparePage(window.shell(), window.session(), new PlanningState(), shared);
    window.shell().open();
  }

  @AfterEach
  void close() {
    if (window != null) {
      window.close();
    }
  }

  @Test
  void aLonePlanIsNotCompared() {
    assertTrue(window.widget("compare.note", Label.class).getText().contains("two plans"));
  }

  /** The copy has its second beam at half weight: 12 + 4 Gy against 12 + 8 Gy. */
  @Test
  void goalsFiguresAndCurvesOfBothPlansAreShown() {
    Plan imported = window.planInWork();
    Plan other = EcoreUtil.copy(imported);
    other.setLabel("Half");
    for (int i = 0; i < 2; i++) {
      other.getDoses().get(i).setBeam(other.getBeams().get(i));
    }
    other.getBeams().get(1).setWeight(0.5);
    var session = window.session();
    session
        .editingDomain()
        .getCommandStack()
        .execute(
            new PlanEdit(session.editingDomain(), window.patientCase())
                .addPlan("Add", other, imported));

    window.choose("compare.second", 1);
    window.until(() -> window.widget("compare.onSlices", Button.class).isEnabled());

    Table goals = window.widget("compare.goals", Table.class);
    assertEquals("✕ 20.0", goals.getItem(0).getText(3));
    assertEquals("✕ 16.0", goals.getItem(0).getText(4));
    assertEquals("−4.0", goals.getItem(0).getText(5));
    Table figures = window.widget("compare.figures", Table.class);
    assertEquals(9, figures.getItemCount());
    assertEquals(6, window.widget("compare.dvh", Chart.class).getSeriesSet().getSeries().length);
    long dashed = 0;
    for (ISeries<?> series : window.widget("compare.dvh", Chart.class).getSeriesSet().getSeries()) {
      dashed += ((ILineSeries<?>) series).getLineStyle() == LineStyle.DASH ? 1 : 0;
    }
    assertEquals(3, dashed);
    var pair = shared.of(session.openCase().voxels()).orElseThrow();
    assertEquals(20, pair.first().doseGy().maximumGy(), 1e-5);
    assertEquals(16, pair.second().doseGy().maximumGy(), 1e-5);
  }
}
