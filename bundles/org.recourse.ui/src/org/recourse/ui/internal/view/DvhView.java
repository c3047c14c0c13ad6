/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.view;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.recourse.assistant.numbers.DerivedNumber;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.ShownNumbers;
import org.recourse.assistant.numbers.StructureNumbers;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.resample.TrilinearSampler;
import org.recourse.model.Structure;
import org.recourse.ui.internal.dvh.DvhChart;
import org.recourse.ui.internal.dvh.DvhCsv;
import org.recourse.ui.internal.dvh.DvhCurve;
import org.recourse.ui.internal.dvh.DvhEnvelope;
import org.recourse.ui.internal.dvh.DvhLine;
import org.recourse.ui.internal.dvh.DvhScale;
import org.recourse.ui.internal.dvh.DvhSvg;
import org.recourse.ui.internal.dvh.ExportJob;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.PlanPreview;
import org.recourse.ui.session.ShownBands;
import org.recourse.ui.session.ShownDose;
import org.recourse.ui.session.StructureKey;
import org.recourse.ui.session.StructureRows;
import org.recourse.ui.session.ViewingListener;
import org.recourse.ui.view.NumbersView;
import org.recourse.ui.widget.WidgetId;

/** Dose-volume histograms of the visible structures, of the dose that the slices show. */
public final class DvhView extends NumbersView {

  /** Id in the plugin.xml. */
  public static final String ID = "org.recourse.ui.views.dvh";

  private static final String NO_READING = "Move the pointer over the chart to read a curve.";

  private DvhChart chart;
  private Label reading;
  private DvhScale scale = DvhScale.DEFAULT;
  private boolean withBands = true;
  private List<DvhLine> lines = List.of();
  private String title = "";

  @Override
  protected Control createContent(Composite parent) {
    Composite area = new Composite(parent, SWT.NONE);
    var layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    area.setLayout(layout);
    chart = new DvhChart(area, this::showReading, this::pick);
    chart.control().setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    reading = WidgetId.mark(new Label(area, SWT.NONE), "dvh.reading");
    reading.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
    showReading("");
    addActions();
    return area;
  }

  private void showReading(String text) {
    reading.setText(text.isEmpty() ? NO_READING : text);
  }

  private void addActions() {
    IAction differential =
        toggle("Differential", "Shows volume per dose instead of the cumulative volume");
    IAction absolute = toggle("cm³", "Shows volumes in cm³ instead of percent");
    IAction bands =
        toggle(
            "Bands",
            "Shows where the curves may lie if earlier courses are misplaced within the uncertainty"
                + " of their registrations: worst case faint, 95 % of samples stronger; of the"
                + " selected structure where there are many");
    bands.setChecked(withBands);
    bands.addPropertyChangeListener(
        e -> {
          withBands = bands.isChecked();
          looksAtOthers();
          showAgain();
        });
    Runnable rescale =
        () -> {
          scale = new DvhScale(differential.isChecked(), absolute.isChecked());
          showAgain();
        };
    differential.addPropertyChangeListener(e -> rescale.run());
    absolute.addPropertyChangeListener(e -> rescale.run());
    IAction png = action("Export PNG...", this::exportPng);
    IAction csv = action("Export CSV...", this::exportCsv);
    IAction svg = action("Export SVG...", this::exportSvg);
    getViewSite().getActionBars().getToolBarManager().add(differential);
    getViewSite().getActionBars().getToolBarManager().add(absolute);
    getViewSite().getActionBars().getToolBarManager().add(bands);
    var menu = new MenuManager();
    for (IAction action : List.of(differential, absolute, bands, png, csv, svg)) {
      menu.add(action);
      getViewSite().getActionBars().getMenuManager().add(action);
    }
    chart.control().setMenu(menu.createContextMenu(chart.control()));
  }

  private static IAction toggle(String text, String toolTip) {
    var action = new Action(text, IAction.AS_CHECK_BOX) {};
    action.setToolTipText(toolTip);
    return action;
  }

  private static IAction action(String text, Runnable effect) {
    return new Action(text) {
      @Override
      public void run() {
        effect.run();
      }
    };
  }

  @Override
  protected Set<DerivedNumber> shows() {
    return Set.of(DerivedNumber.HISTOGRAMS);
  }

  /** Intervals take long, so they are computed only where they are drawn. */
  @Override
  protected Set<DerivedNumber> looksAt() {
    boolean drawn =
        withBands
            && session().filter(s -> ShownDvh.isCumulative(s.viewing().shownDose())).isPresent();
    return drawn ? Set.of(DerivedNumber.HISTOGRAMS, DerivedNumber.BANDS) : shows();
  }

  @Override
  protected void showNumbers(CaseSession session, ShownNumbers shownNumbers) {
    ShownDose dose = session.viewing().shownDose();
    Optional<PlanPreview> preview = session.viewing().preview();
    PlanNumbers numbers =
        preview
            .map(PlanPreview::numbers)
            .orElseGet(() -> shownNumbers.of(DerivedNumber.HISTOGRAMS).orElseThrow());
    title = preview.map(change -> "Preview, " + change.title() + ": ").orElse("");
    title += ShownDvh.title(dose);
    List<DvhLine> shown = new ArrayList<>();
    Optional<ShownBands> bands = withBands ? ShownBands.of(session, numbers) : Optional.empty();
    for (StructureNumbers structure : numbers.structures()) {
      Optional<Structure> drawn =
          StructureRows.structure(session, structure.structure())
              .filter(session.viewing()::isVisible);
      if (drawn.isPresent()) {
        boolean selected = session.viewing().selectedStructure().equals(drawn);
        ShownDvh.of(structure, dose)
            .map(dvh -> line(structure, selected, dvh, envelope(structure, dvh, dose, bands)))
            .ifPresent(shown::add);
      }
    }
    lines = shown;
    setTitleText(shown.isEmpty() ? title + ": no visible structure has a histogram" : title);
    chart.show(lines, scale);
    chart.mark(doseAtCrossHair(session, numbers));
  }

  /** A click on a line selects its structure everywhere. */
  private void pick(DvhLine line) {
    session()
        .ifPresent(
            open ->
                StructureRows.all(open)
                    .filter(structure -> id(StructureKey.of(structure)).equals(line.id()))
                    .findFirst()
                    .ifPresent(structure -> open.viewing().select(Optional.of(structure))));
  }

  /** EQD2 is left out: it has no single value where structures differ in alpha/beta. */
  private static OptionalDouble doseAtCrossHair(CaseSession session, PlanNumbers numbers) {
    if (!(session.viewing().shownDose() instanceof ShownDose.Physical)
        || numbers.planDose().isEmpty()) {
      return OptionalDouble.empty();
    }
    Vector3 atMm = session.viewing().crossHairMm();
    double doseGy = TrilinearSampler.of(numbers.planDose().get().doseGy()).sampleOr(atMm, 0);
    return doseGy > 0 ? OptionalDouble.of(doseGy) : OptionalDouble.empty();
  }

  private static String id(StructureKey key) {
    return key.structureSetUid() + "#" + key.roiNumber();
  }

  /** Only a cumulative dose comes through registrations, and only a cumulative curve has bounds. */
  private Optional<DvhEnvelope> envelope(
      StructureNumbers numbers, Dvh dvh, ShownDose dose, Optional<ShownBands> bands) {
    return ShownDvh.isCumulative(dose) && !scale.differential()
        ? bands.flatMap(
            shown ->
                shown
                    .bands()
                    .structure(numbers.structure())
                    .map(band -> DvhEnvelope.of(band.dvh(), dvh, scale, shown.current())))
        : Optional.empty();
  }

  private DvhLine line(
      StructureNumbers numbers, boolean selected, Dvh dvh, Optional<DvhEnvelope> envelope) {
    var structure = numbers.structure();
    return new DvhLine(
        id(StructureKey.of(structure)),
        structure.name(),
        structure.colourRgb(),
        selected,
        DvhCurve.of(dvh, scale),
        envelope);
  }

  @Override
  protected void setStale(boolean stale) {
    chart.setStale(stale);
  }

  @Override
  protected void clear() {
    lines = List.of();
    chart.show(lines, scale);
  }

  @Override
  protected void viewingChanged(ViewingListener.Aspect aspect) {
    switch (aspect) {
      case SHOWN_DOSE -> {
        looksAtOthers();
        showAgain();
      }
      case VISIBLE_STRUCTURES, SELECTED_STRUCTURE, PREVIEW -> showAgain();
      case CROSS_HAIR ->
          session()
              .ifPresent(
                  open ->
                      shown()
                          .of(DerivedNumber.HISTOGRAMS)
                          .ifPresent(numbers -> chart.mark(doseAtCrossHair(open, numbers))));
      case SHOWN_IMAGE, ISODOSES, WINDOW, DOSE_OPACITY, OVERLAYS, WANTED_OVERLAY -> {
        // the histogram does not depend on these
      }
    }
  }

  private void exportPng() {
    askForFile("png").ifPresent(file -> ExportJob.png(file, chart.image(title)).schedule());
  }

  private void exportCsv() {
    askForFile("csv")
        .ifPresent(file -> ExportJob.text(file, DvhCsv.text(title, scale, lines)).schedule());
  }

  private void exportSvg() {
    askForFile("svg")
        .ifPresent(file -> ExportJob.text(file, DvhSvg.text(title, scale, lines)).schedule());
  }

  private Optional<Path> askForFile(String extension) {
    return ExportJob.askForFile(getSite().getShell(), "dvh", extension);
  }
}
