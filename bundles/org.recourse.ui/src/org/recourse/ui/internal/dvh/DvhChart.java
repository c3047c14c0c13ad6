/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.dvh;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.events.MouseTrackListener;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.recourse.ui.widget.ColourSwatches;
import org.recourse.ui.widget.WidgetId;

/**
 * Draws dose-volume curves in the colours of their structures. Names stand beside the lines where
 * there are up to six, and beside the selected line otherwise; the reading under the cursor names
 * every line. UI thread only.
 */
public final class DvhChart {

  private static final int NOTICE_HEIGHT = 24;
  private static final double HEADROOM = 1.05;

  /** Part of the axis that nobody sees: a fifth of a pixel where the chart is 400 pixels high. */
  private static final double UNSEEN = 5e-4;

  private final Chart chart;
  private final ColourSwatches colours;
  private final Consumer<String> whenRead;
  private final Consumer<DvhLine> whenPicked;
  private List<DvhLine> lines = List.of();
  private DvhScale scale = DvhScale.DEFAULT;
  private Optional<DvhLine> hovered = Optional.empty();
  private OptionalDouble markGy = OptionalDouble.empty();
  private boolean stale;

  /**
   * Makes an empty chart.
   *
   * @param whenRead is told the reading under the cursor, or empty text when the cursor leaves
   * @param whenPicked is told the line that was clicked
   */
  public DvhChart(Composite parent, Consumer<String> whenRead, Consumer<DvhLine> whenPicked) {
    this.whenRead = Objects.requireNonNull(whenRead, "whenRead");
    this.whenPicked = Objects.requireNonNull(whenPicked, "whenPicked");
    chart = WidgetId.mark(new Chart(parent, SWT.NONE), "dvh.chart");
    colours = new ColourSwatches(chart);
    chart.getTitle().setVisible(false);
    chart.getLegend().setVisible(false); // names stand at the lines, colours in the explorer
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
    doseAxis().getTitle().setText("Dose (Gy)");
    chart.getPlotArea().addCustomPaintListener(e -> paintMark(e.gc));
    chart
        .getPlotArea()
        .addCustomPaintListener(new EnvelopePainter(() -> lines, () -> hovered, chart, colours));
    chart
        .getPlotArea()
        .addCustomPaintListener(new LineLabels(() -> lines, () -> hovered, chart, colours));
    listenToThePointer();
  }

  private void listenToThePointer() {
    Control area = chart.getPlotArea().getControl();
    area.addMouseMoveListener(e -> read(e.x, e.y));
    area.addMouseTrackListener(MouseTrackListener.mouseExitAdapter(e -> stopReading()));
    area.addMouseListener(
        MouseListener.mouseDownAdapter(
            e -> {
              if (e.button == 1) {
                lineAt(e.x, e.y).ifPresent(whenPicked);
              }
            }));
  }

  public Control control() {
    return chart;
  }

  /** Shows these curves instead of the former ones. */
  public void show(List<DvhLine> newLines, DvhScale newScale) {
    lines = List.copyOf(newLines);
    scale = newScale;
    chart.suspendUpdate(true);
    for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
      chart.getSeriesSet().deleteSeries(series.getId());
    }
    volumeAxis().getTitle().setText(scale.axisTitle());
    doseAxis().setRange(new Range(0, Math.max(1, largestDoseGy() * HEADROOM)));
    volumeAxis().setRange(new Range(0, Math.max(1e-3, largestVolume() * HEADROOM)));
    lines.stream().filter(line -> !line.selected()).forEach(this::addSeries);
    lines.stream().filter(DvhLine::selected).forEach(this::addSeries); // on top of the others
    hovered = hovered.filter(lines::contains);
    chart.suspendUpdate(false);
    chart.redraw();
  }

  /** Draws all curves grey while they are older than the plan. */
  public void setStale(boolean nowStale) {
    if (stale != nowStale) {
      stale = nowStale;
      for (DvhLine line : lines) {
        if (chart.getSeriesSet().getSeries(line.id()) instanceof ILineSeries<?> series) {
          series.setLineColor(colourOf(line));
        }
      }
      chart.redraw();
    }
  }

  private void addSeries(DvhLine line) {
    if (chart.getSeriesSet().createSeries(ISeries.SeriesType.LINE, line.id())
        instanceof ILineSeries<?> series) {
      series.setDescription(line.name());
      DvhCurve drawn = line.curve().thinned(volumeAxis().getRange().upper * UNSEEN);
      series.setXSeries(drawn.doseGy());
      series.setYSeries(drawn.volume());
      series.setSymbolType(ILineSeries.PlotSymbolType.NONE);
      series.setAntialias(SWT.ON);
      series.setLineWidth(line.selected() ? 3 : 1);
      series.setLineColor(colourOf(line));
    }
  }

  private Color colourOf(DvhLine line) {
    return stale
        ? chart.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND)
        : colours.colour(line.colourRgb());
  }

  private double largestDoseGy() {
    return lines.stream()
        .flatMap(
            line ->
                Stream.concat(
                    Stream.of(line.curve().doseGy()),
                    line.envelope().map(DvhEnvelope::doseGy).stream()))
        .mapToDouble(doses -> doses[doses.length - 1])
        .max()
        .orElse(1);
  }

  private double largestVolume() {
    return lines.stream()
        .flatMapToDouble(line -> java.util.Arrays.stream(line.curve().volume()))
        .max()
        .orElse(100);
  }

  private IAxis doseAxis() {
    return chart.getAxisSet().getXAxis(0);
  }

  private IAxis volumeAxis() {
    return chart.getAxisSet().getYAxis(0);
  }

  /** Marks a dose on the axis, such as the dose at the cross-hair; empty removes the mark. */
  public void mark(OptionalDouble doseGy) {
    if (!markGy.equals(doseGy)) {
      markGy = doseGy;
      chart.getPlotArea().getControl().redraw();
    }
  }

  private void paintMark(GC gc) {
    if (markGy.isPresent() && !stale) {
      int x = doseAxis().getPixelCoordinate(markGy.getAsDouble());
      gc.setForeground(chart.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
      gc.setLineStyle(SWT.LINE_DASH);
      gc.drawLine(x, 0, x, chart.getPlotArea().getControl().getSize().y);
      gc.setLineStyle(SWT.LINE_SOLID);
    }
  }

  private Optional<DvhLine> lineAt(int x, int y) {
    double doseGy = doseAxis().getDataCoordinate(x);
    return doseGy < 0
        ? Optional.empty()
        : DvhReading.nearest(lines, doseGy, volumeAxis().getDataCoordinate(y));
  }

  private void read(int x, int y) {
    Optional<DvhLine> nearest = lineAt(x, y);
    hover(nearest);
    double doseGy = doseAxis().getDataCoordinate(x);
    whenRead.accept(nearest.map(line -> DvhReading.text(line, doseGy, scale)).orElse(""));
  }

  private void stopReading() {
    hover(Optional.empty());
    whenRead.accept("");
  }

  private void hover(Optional<DvhLine> line) {
    if (!hovered.equals(line)) {
      hovered = line;
      chart.getPlotArea().getControl().redraw();
    }
  }

  /** The chart as it stands, with a strip below that carries the title and the notice. */
  public ImageData image(String title) {
    Point size = chart.getSize();
    Image image = new Image(chart.getDisplay(), size.x, size.y + NOTICE_HEIGHT);
    GC gc = new GC(image);
    try {
      gc.setBackground(chart.getBackground());
      gc.setForeground(chart.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
      gc.fillRectangle(0, 0, size.x, size.y + NOTICE_HEIGHT);
      chart.print(gc);
      gc.drawText(title + ". " + DvhCsv.NOTICE + ".", 6, size.y + 2, true);
      return image.getImageData();
    } finally {
      gc.dispose();
      image.dispose();
    }
  }
}
