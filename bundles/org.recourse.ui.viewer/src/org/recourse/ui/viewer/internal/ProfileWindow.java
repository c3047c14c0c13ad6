/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Locale;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.recourse.rendering.DoseLayer;

/** A small window with the dose along the measured line; follows edits. UI thread only. */
final class ProfileWindow {

  private static final int WIDTH = 460;
  private static final int HEIGHT = 300;
  private static final double HEADROOM = 1.08;
  private static final String SERIES = "dose";

  private final ViewerModel model;
  private final Shell shell;
  private final Label reading;
  private final Chart chart;
  private MeasuredLine line;
  private Optional<Source> source = Optional.empty(); // of what is drawn
  private DoseProfile profile = new DoseProfile(new double[0], new double[0]);

  /** What a profile depends on; scrolling and windowing leave it as it is. */
  private record Source(MeasuredLine line, Optional<SliceContent.Dose> dose) {

    boolean isSame(Source other) {
      return line.equals(other.line)
          && dose.map(SliceContent.Dose::grid).equals(other.dose.map(SliceContent.Dose::grid))
          && dose.map(SliceContent.Dose::isStale)
              .equals(other.dose.map(SliceContent.Dose::isStale));
    }
  }

  ProfileWindow(Control owner, ViewerModel model, MeasuredLine line) {
    this.model = model;
    this.line = line;
    shell = new Shell(owner.getShell(), SWT.DIALOG_TRIM | SWT.RESIZE);
    shell.setData("org.recourse.id", "viewer.profile");
    shell.setText("Dose Profile");
    var layout = new GridLayout();
    layout.marginWidth = 6;
    shell.setLayout(layout);
    reading = new Label(shell, SWT.NONE);
    reading.setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    chart = new Chart(shell, SWT.NONE);
    chart.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    chart.getTitle().setVisible(false);
    chart.getLegend().setVisible(false);
    style();
    Runnable follow = this::refresh;
    model.addListener(follow);
    shell.addListener(SWT.Dispose, event -> model.removeListener(follow));
    Control area = chart.getPlotArea().getControl();
    area.addListener(SWT.MouseMove, event -> read(event.x));
    area.addListener(SWT.MouseExit, event -> reading.setText(summary()));
    shell.setSize(WIDTH, HEIGHT);
    refresh();
    shell.open();
  }

  boolean isOpen() {
    return !shell.isDisposed();
  }

  void show(MeasuredLine newLine) {
    line = newLine;
    refresh();
  }

  void close() {
    shell.dispose();
  }

  private void style() {
    Color foreground = shell.getForeground();
    for (IAxis axis : chart.getAxisSet().getAxes()) {
      axis.getTick().setForeground(foreground);
      axis.getTitle().setForeground(foreground);
      axis.getTitle().setFont(shell.getFont());
      axis.getGrid().setStyle(LineStyle.DOT);
    }
    positionAxis().getTitle().setText("Position (mm)");
    doseAxis().getTitle().setText("Dose (Gy)");
  }

  private IAxis positionAxis() {
    return chart.getAxisSet().getXAxis(0);
  }

  private IAxis doseAxis() {
    return chart.getAxisSet().getYAxis(0);
  }

  private void refresh() {
    if (shell.isDisposed()) {
      return;
    }
    var wanted = new Source(line, model.content().dose());
    if (source.filter(wanted::isSame).isPresent()) {
      return;
    }
    source = Optional.of(wanted);
    Optional<DoseLayer> dose = model.doseLayer();
    profile =
        dose.map(layer -> DoseProfile.of(layer, line))
            .orElse(new DoseProfile(new double[0], new double[0]));
    chart.suspendUpdate(true); // ticks are laid out once, for the final range
    drawSeries();
    positionAxis().setRange(new Range(0, Math.max(1, line.lengthMm())));
    doseAxis().setRange(new Range(0, Math.max(1, profile.maximumGy() * HEADROOM)));
    chart.suspendUpdate(false);
    reading.setText(summary());
    chart.redraw();
  }

  private void drawSeries() {
    if (chart.getSeriesSet().createSeries(ISeries.SeriesType.LINE, SERIES)
        instanceof ILineSeries<?> series) {
      series.setXSeries(profile.positionMm());
      series.setYSeries(profile.doseGy());
      series.setSymbolType(ILineSeries.PlotSymbolType.NONE);
      series.setAntialias(SWT.ON);
      series.setLineWidth(2);
      boolean stale = model.content().dose().filter(SliceContent.Dose::isStale).isPresent();
      series.setLineColor(
          shell
              .getDisplay()
              .getSystemColor(
                  stale ? SWT.COLOR_WIDGET_DISABLED_FOREGROUND : SWT.COLOR_LIST_SELECTION));
    }
  }

  private String summary() {
    String of = model.content().dose().map(SliceContent.Dose::title).orElse("No dose is shown");
    return profile.isEmpty()
        ? of + ": the line lies outside the dose grid"
        : String.format(Locale.ROOT, "%s: %.1f mm", of, line.lengthMm());
  }

  /** Position and dose of the sample under the pointer. */
  private void read(int pixelX) {
    double wantedMm = positionAxis().getDataCoordinate(pixelX);
    double[] positionMm = profile.positionMm();
    int nearest = -1;
    for (int i = 0; i < positionMm.length; i++) {
      if (nearest < 0
          || Math.abs(positionMm[i] - wantedMm) < Math.abs(positionMm[nearest] - wantedMm)) {
        nearest = i;
      }
    }
    if (nearest >= 0) {
      reading.setText(
          String.format(
              Locale.ROOT, "%.1f mm   %.2f Gy", positionMm[nearest], profile.doseGy()[nearest]));
    }
  }
}
