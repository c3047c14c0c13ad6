/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.charts;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.PaintEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.recourse.ui.widget.WidgetId;

/**
 * Dose-volume curves of one or two plans: solid and dashed, in the colours of the structures. Names
 * stand at the solid lines where there are up to six; the reading under the pointer names any line.
 * UI thread only.
 */
public final class PlanDvhChart {

  private static final int MOST_NAMES = 6;
  private static final double HEADROOM = 1.04;
  private static final double FULL = 103; // percent, so that the upper edge is seen
  private static final int NEAR_PERCENT = 6;

  private final Chart chart;
  private List<PlanCurve> curves = List.of();

  public PlanDvhChart(Composite parent, String id) {
    chart = WidgetId.mark(ChartLook.chart(parent, "Physical dose (Gy)", "Volume (%)"), id);
    chart.getPlotArea().addCustomPaintListener(this::paintNames);
    Control area = chart.getPlotArea().getControl();
    area.addMouseMoveListener(e -> area.setToolTipText(reading(e.x, e.y)));
  }

  public Control control() {
    return chart;
  }

  /** The curves that are shown. */
  public List<PlanCurve> curves() {
    return curves;
  }

  /** Names the dose on the axis. */
  public void setDoseTitle(String title) {
    dose().getTitle().setText(title);
  }

  /** Shows these curves instead of the former ones. */
  public void show(List<PlanCurve> newCurves) {
    curves = List.copyOf(newCurves);
    chart.suspendUpdate(true);
    for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
      chart.getSeriesSet().deleteSeries(series.getId());
    }
    for (int i = 0; i < curves.size(); i++) {
      add(curves.get(i), i + " " + curves.get(i).name());
    }
    double greatestGy = curves.stream().mapToDouble(PlanCurve::greatestGy).max().orElse(1);
    dose().setRange(new Range(0, Math.max(1, greatestGy * HEADROOM)));
    volume().setRange(new Range(0, FULL));
    chart.suspendUpdate(false);
    chart.redraw();
  }

  private void add(PlanCurve curve, String id) {
    if (chart.getSeriesSet().createSeries(ISeries.SeriesType.LINE, id)
        instanceof ILineSeries<?> series) {
      double[] volume = curve.volumePercent();
      double[] doseGy = new double[volume.length];
      for (int i = 0; i < doseGy.length; i++) {
        doseGy[i] = i * curve.stepGy();
      }
      series.setXSeries(doseGy);
      series.setYSeries(volume);
      series.setSymbolType(ILineSeries.PlotSymbolType.NONE);
      series.setAntialias(SWT.ON);
      series.setLineWidth(curve.dashed() ? 1 : 2);
      series.setLineStyle(curve.dashed() ? LineStyle.DASH : LineStyle.SOLID);
      series.setLineColor(colour(curve.rgb()));
    }
  }

  private static Color colour(int rgb) {
    return new Color(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }

  private IAxis dose() {
    return chart.getAxisSet().getXAxis(0);
  }

  private IAxis volume() {
    return chart.getAxisSet().getYAxis(0);
  }

  /** Each name at another height of its curve, so that they do not lie over each other. */
  private void paintNames(PaintEvent event) {
    List<PlanCurve> solid = curves.stream().filter(curve -> !curve.dashed()).toList();
    if (solid.size() > MOST_NAMES) {
      return;
    }
    int right = chart.getPlotArea().getControl().getSize().x;
    for (int i = 0; i < solid.size(); i++) {
      PlanCurve curve = solid.get(i);
      double percent = 85 - 13 * i;
      int at = lastAbove(curve.volumePercent(), percent);
      Point extent = event.gc.textExtent(curve.name());
      int x = dose().getPixelCoordinate(at * curve.stepGy()) + 4;
      event.gc.setForeground(legible(curve.rgb()));
      event.gc.drawText(
          curve.name(),
          Math.clamp(x, 0, Math.max(0, right - extent.x - 4)),
          volume().getPixelCoordinate(percent) - extent.y / 2,
          true);
    }
  }

  /** Text is thinner than a line, so light colours are darkened on a light background. */
  private Color legible(int rgb) {
    boolean light = chart.getBackground().getGreen() > 127;
    return colour(light ? rgb - (rgb >> 2 & 0x3f3f3f) : rgb);
  }

  private static int lastAbove(double[] volumePercent, double percent) {
    int last = 0;
    for (int i = 0; i < volumePercent.length; i++) {
      last = volumePercent[i] >= percent ? i : last;
    }
    return last;
  }

  private String reading(int x, int y) {
    double atGy = dose().getDataCoordinate(x);
    double atPercent = volume().getDataCoordinate(y);
    Optional<PlanCurve> nearest =
        curves.stream()
            .filter(curve -> Math.abs(at(curve, atGy) - atPercent) < NEAR_PERCENT)
            .min(Comparator.comparingDouble(curve -> Math.abs(at(curve, atGy) - atPercent)));
    return nearest
        .map(
            curve ->
                String.format(
                    Locale.ROOT,
                    "%s%s: %.1f %% at %.1f Gy",
                    curve.name(),
                    curve.dashed() ? " (dashed)" : "",
                    at(curve, atGy),
                    atGy))
        .orElse(null); // SWT: null is no tool tip
  }

  private static double at(PlanCurve curve, double doseGy) {
    double[] volume = curve.volumePercent();
    int index = (int) Math.round(doseGy / curve.stepGy());
    return index < 0 || index >= volume.length ? 0 : volume[index];
  }
}
