/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.chart;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.LineStyle;
import org.eclipse.swtchart.Range;
import org.recourse.cohort.figure.Curve;
import org.recourse.cohort.figure.Figure;
import org.recourse.cohort.figure.SvgFigure;
import org.recourse.ui.widget.ColourSwatches;
import org.recourse.ui.widget.WidgetId;

/**
 * Draws one figure, its note below; the context menu exports it as PNG, SVG and CSV. UI thread
 * only.
 */
public final class FigureChart extends Composite {

  private static final int REFERENCE_RGB = 0x999999;
  private static final String LONGEST_ID = "%03d";

  private final Chart chart;
  private final Label note;
  private final ColourSwatches colours;
  private Optional<Figure> shown = Optional.empty();

  /**
   * Makes an empty chart.
   *
   * @param id names the chart for tests
   */
  public FigureChart(Composite parent, String id) {
    super(parent, SWT.NONE);
    GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
    chart = WidgetId.mark(new Chart(this, SWT.NONE), id);
    GridDataFactory.fillDefaults().grab(true, true).applyTo(chart);
    note = WidgetId.mark(new Label(this, SWT.WRAP), id + ".note");
    GridDataFactory.fillDefaults()
        .grab(true, false)
        .indent(8, 2)
        .hint(200, SWT.DEFAULT)
        .applyTo(note);
    colours = new ColourSwatches(chart);
    Color background = getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND);
    Color foreground = getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND);
    setBackground(background);
    note.setBackground(background);
    chart.setBackground(background);
    chart.getPlotArea().setBackground(background);
    chart.getTitle().setForeground(foreground);
    chart.getTitle().setFont(getFont());
    chart.getLegend().setPosition(SWT.BOTTOM);
    chart.getLegend().setBackground(background);
    chart.getLegend().setForeground(foreground);
    for (IAxis axis : chart.getAxisSet().getAxes()) {
      axis.getTick().setForeground(foreground);
      axis.getTitle().setForeground(foreground);
      axis.getTitle().setFont(getFont());
      axis.getGrid().setStyle(LineStyle.DOT);
    }
    addMenu();
  }

  private void addMenu() {
    var menu = new MenuManager();
    menu.add(action("Export PNG...", () -> FigureExport.ask(getShell(), name(), "png", this::png)));
    menu.add(
        action(
            "Export SVG...", () -> FigureExport.ask(getShell(), name(), "svg", () -> utf8(svg()))));
    menu.add(
        action(
            "Export CSV...", () -> FigureExport.ask(getShell(), name(), "csv", () -> utf8(csv()))));
    chart.getPlotArea().getControl().setMenu(menu.createContextMenu(chart));
  }

  private static Action action(String text, Runnable effect) {
    return new Action(text) {
      @Override
      public void run() {
        effect.run();
      }
    };
  }

  /** Shows a figure in place of the former one. */
  public void show(Figure figure) {
    shown = Optional.of(figure);
    chart.suspendUpdate(true);
    for (ISeries<?> series : chart.getSeriesSet().getSeries()) {
      chart.getSeriesSet().deleteSeries(series.getId());
    }
    chart.getTitle().setText(figure.title());
    IAxis x = chart.getAxisSet().getXAxis(0);
    IAxis y = chart.getAxisSet().getYAxis(0);
    x.getTitle().setText(figure.x().title());
    y.getTitle().setText(figure.y().title());
    int colour = 0;
    for (int i = 0; i < figure.curves().size(); i++) {
      Curve curve = figure.curves().get(i);
      boolean reference = curve.style() == Curve.Style.REFERENCE;
      int rgb = reference ? REFERENCE_RGB : rgb(colour++);
      add(LONGEST_ID.formatted(i), curve, rgb);
    }
    x.setRange(new Range(figure.x().lower(), figure.x().upper()));
    y.setRange(new Range(figure.y().lower(), figure.y().upper()));
    chart.suspendUpdate(false);
    note.setText(figure.note());
    layout(true, true);
    chart.redraw();
  }

  private static int rgb(int colour) {
    String code = SvgFigure.COLOURS.get(colour % SvgFigure.COLOURS.size());
    return Integer.parseInt(code.substring(1), 16);
  }

  private void add(String id, Curve curve, int rgb) {
    if (curve.points().isEmpty()
        || !(chart.getSeriesSet().createSeries(ISeries.SeriesType.LINE, id)
            instanceof ILineSeries<?> series)) {
      return;
    }
    boolean points = curve.style() == Curve.Style.POINTS;
    series.setDescription(curve.name());
    series.setVisibleInLegend(!curve.name().isEmpty());
    series.setXSeries(curve.points().stream().mapToDouble(Curve.Point::x).toArray());
    series.setYSeries(curve.points().stream().mapToDouble(Curve.Point::y).toArray());
    series.enableStep(curve.style() == Curve.Style.STEP);
    series.setLineStyle(points ? LineStyle.NONE : LineStyle.SOLID);
    series.setSymbolType(
        points ? ILineSeries.PlotSymbolType.CIRCLE : ILineSeries.PlotSymbolType.NONE);
    series.setSymbolColor(colours.colour(rgb));
    series.setLineColor(colours.colour(rgb));
    series.setLineWidth(curve.style() == Curve.Style.REFERENCE ? 1 : 2);
    series.setAntialias(SWT.ON);
  }

  private String name() {
    return shown.map(figure -> figure.title().replaceAll("[^A-Za-z0-9]+", "-")).orElse("figure");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String svg() {
    return shown.map(SvgFigure::of).orElse("");
  }

  private String csv() {
    return shown.map(FigureChart::csv).orElse("");
  }

  static String csv(Figure figure) {
    List<String> lines = new ArrayList<>();
    lines.add("curve," + quoted(figure.x().title()) + "," + quoted(figure.y().title()));
    for (Curve curve : figure.curves()) {
      for (Curve.Point point : curve.points()) {
        lines.add(quoted(curve.name()) + "," + point.x() + "," + point.y());
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private byte[] png() {
    Point size = chart.getSize();
    Image image = new Image(getDisplay(), size.x, size.y);
    GC gc = new GC(image);
    try {
      chart.print(gc);
      var loader = new ImageLoader();
      loader.data = new ImageData[] {image.getImageData()};
      var bytes = new ByteArrayOutputStream();
      loader.save(bytes, SWT.IMAGE_PNG);
      return bytes.toByteArray();
    } finally {
      gc.dispose();
      image.dispose();
    }
  }
}
