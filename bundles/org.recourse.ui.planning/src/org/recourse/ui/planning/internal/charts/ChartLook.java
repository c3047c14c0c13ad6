/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.charts;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.LineStyle;

/** The look of the charts: thin axes, the colours of lists, no legend. Stateless. */
final class ChartLook {

  private ChartLook() {}

  static Chart chart(Composite parent, String xTitle, String yTitle) {
    Chart chart = new Chart(parent, SWT.NONE);
    chart.getTitle().setVisible(false);
    chart.getLegend().setVisible(false);
    Color background = chart.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND);
    Color foreground = chart.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND);
    chart.setBackground(background);
    chart.getPlotArea().setBackground(background);
    for (IAxis axis : chart.getAxisSet().getAxes()) {
      axis.getTick().setForeground(foreground);
      axis.getTitle().setForeground(foreground);
      axis.getTitle().setFont(chart.getFont());
      axis.getGrid().setStyle(LineStyle.DOT);
    }
    chart.getAxisSet().getXAxis(0).getTitle().setText(xTitle);
    chart.getAxisSet().getYAxis(0).getTitle().setText(yTitle);
    return chart;
  }
}
