/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.charts;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.Range;
import org.recourse.ui.widget.WidgetId;

/** The objective after each iteration, on a logarithmic axis. UI thread only. */
public final class ObjectiveChart {

  private static final String ID = "objective";
  private static final double LEAST = 1e-9; // a logarithm has no zero

  private final Chart chart;
  private final List<double[]> points = new ArrayList<>();

  public ObjectiveChart(Composite parent, String id) {
    chart = WidgetId.mark(ChartLook.chart(parent, "Iteration", "Objective"), id);
  }

  public Control control() {
    return chart;
  }

  public void clear() {
    points.clear();
    draw();
  }

  /** Adds a point behind the others. */
  public void add(int iteration, double objective) {
    points.add(new double[] {iteration, Math.max(LEAST, objective)});
    draw();
  }

  public int pointCount() {
    return points.size();
  }

  private void draw() {
    chart.suspendUpdate(true);
    if (chart.getSeriesSet().getSeries(ID) != null) { // SWTChart: null is none
      chart.getSeriesSet().deleteSeries(ID);
    }
    if (!points.isEmpty()
        && chart.getSeriesSet().createSeries(ISeries.SeriesType.LINE, ID)
            instanceof ILineSeries<?> series) {
      series.setXSeries(points.stream().mapToDouble(point -> point[0]).toArray());
      series.setYSeries(points.stream().mapToDouble(point -> point[1]).toArray());
      series.setSymbolType(ILineSeries.PlotSymbolType.NONE);
      series.setAntialias(SWT.ON);
      series.setLineWidth(2);
      series.setLineColor(chart.getDisplay().getSystemColor(SWT.COLOR_LIST_SELECTION));
      scale();
    }
    chart.suspendUpdate(false);
    chart.redraw();
  }

  private void scale() {
    double least = points.stream().mapToDouble(point -> point[1]).min().orElse(1);
    double greatest = points.stream().mapToDouble(point -> point[1]).max().orElse(1);
    IAxis iteration = chart.getAxisSet().getXAxis(0);
    IAxis objective = chart.getAxisSet().getYAxis(0);
    iteration.setRange(new Range(0, Math.max(10, points.getLast()[0])));
    objective.setRange(new Range(least * 0.8, greatest * 1.25));
    objective.enableLogScale(true);
  }
}
