/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal.training;

import java.util.Arrays;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.recourse.ui.widget.WidgetId;

/** Lines over epochs. UI thread only. */
final class CurvesChart {

  private static final double HEADROOM = 1.05;
  private static final int SHORTEST_AXIS = 10;

  private final Chart chart;
  private final double least;

  /**
   * @param title of the vertical axis
   * @param least lower end of the vertical axis
   */
  CurvesChart(Composite parent, String id, String title, double least) {
    this.least = least;
    chart = WidgetId.mark(new Chart(parent, SWT.NONE), id);
    chart.getTitle().setVisible(false);
    chart.getLegend().setPosition(SWT.TOP);
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
    chart.getAxisSet().getXAxis(0).getTitle().setText("Epoch");
    chart.getAxisSet().getYAxis(0).getTitle().setText(title);
    range(0, 1);
  }

  Control control() {
    return chart;
  }

  /** Exchanges a line; without points it goes. */
  void show(String name, TrainingCurves.Line line, int systemColour) {
    if (chart.getSeriesSet().getSeries(name) != null) { // SWTChart: null where there is none
      chart.getSeriesSet().deleteSeries(name);
    }
    if (line.epoch().length > 0
        && chart.getSeriesSet().createSeries(ISeries.SeriesType.LINE, name)
            instanceof ILineSeries<?> series) {
      series.setXSeries(line.epoch());
      series.setYSeries(line.value());
      series.setSymbolType(
          line.epoch().length == 1
              ? ILineSeries.PlotSymbolType.CIRCLE
              : ILineSeries.PlotSymbolType.NONE);
      series.setAntialias(SWT.ON);
      series.setLineColor(chart.getDisplay().getSystemColor(systemColour));
      series.setSymbolColor(chart.getDisplay().getSystemColor(systemColour));
    }
  }

  /** Fits the axes to the lines and paints. */
  void finish() {
    double lastEpoch = 0;
    double largest = 0;
    for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
      lastEpoch = Math.max(lastEpoch, Arrays.stream(series.getXSeries()).max().orElse(0));
      largest = Math.max(largest, Arrays.stream(series.getYSeries()).max().orElse(0));
    }
    range(lastEpoch, largest);
    chart.redraw();
  }

  private void range(double lastEpoch, double largest) {
    chart.getAxisSet().getXAxis(0).setRange(new Range(0, Math.max(SHORTEST_AXIS, lastEpoch)));
    chart.getAxisSet().getYAxis(0).setRange(new Range(least, Math.max(1, largest) * HEADROOM));
  }
}
