/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.rendering.DoseLayer;
import org.recourse.rendering.FrameRenderer;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.StructureOutline;
import org.recourse.ui.viewer.internal.overlay.DoseGradientOverlay;

/**
 * Axial large on the left, sagittal and coronal stacked on the right, controls above. A double
 * click makes a slice fill the page and back. UI thread only.
 */
final class SlicesPage {

  private static final int FADE_MS = 500;
  private static final int FAST_SLICES = 10;
  private static final int[] LARGE_AND_STACK = {62, 38};

  private final Composite control;
  private final ViewerControls controls;
  private final SashForm columns;
  private final SashForm stack;
  private final Map<Orientation, SliceView> views = new EnumMap<>(Orientation.class);
  private final ViewerModel model;
  private final Runnable centreOnStructure;
  private Optional<ProfileWindow> profile = Optional.empty();
  private boolean isStale;
  private Orientation active = Orientation.AXIAL;

  /**
   * Makes the page.
   *
   * @param model ends with the page
   * @param executor draws the frames; stays open
   * @param images images to choose from
   * @param centreOnStructure what the Home key does
   */
  SlicesPage(
      Composite parent,
      ViewerModel model,
      SliceExecutor executor,
      ImageChoices images,
      Runnable centreOnStructure) {
    this.model = model;
    this.centreOnStructure = centreOnStructure;
    control = new Composite(parent, SWT.NONE);
    var layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    control.setLayout(layout);
    controls = new ViewerControls(control, model, images, this::perform);
    controls.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    model.measuring().setWhenDrawn(this::lineDrawn);
    columns = new SashForm(control, SWT.HORIZONTAL);
    columns.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    var renderer = new FrameRenderer(executor);
    add(columns, Orientation.AXIAL, renderer);
    stack = new SashForm(columns, SWT.VERTICAL);
    add(stack, Orientation.SAGITTAL, renderer);
    add(stack, Orientation.CORONAL, renderer);
    columns.setWeights(LARGE_AND_STACK);
    showAll();
    model.addListener(this::refresh);
    model.addListener(this::fadeLater);
    control.addListener(
        SWT.Dispose,
        event -> {
          profile.ifPresent(ProfileWindow::close);
          model.dispose();
        });
  }

  ViewerModel model() {
    return model;
  }

  Composite controlRow() {
    return controls.control();
  }

  /** Adds a row of controls between those of the page and the slices; hidden at first. */
  Composite addBar() {
    var bar = new Composite(control, SWT.NONE);
    var data = new GridData(SWT.FILL, SWT.TOP, true, false);
    data.exclude = true;
    bar.setLayoutData(data);
    bar.setVisible(false);
    bar.moveAbove(columns);
    return bar;
  }

  void showBar(Composite bar, boolean shown) {
    if (bar.getLayoutData() instanceof GridData data && data.exclude == shown) {
      data.exclude = !shown;
      bar.setVisible(shown);
      control.layout(true, true);
    }
  }

  /** Paints texts and tools again over the present frames. */
  void repaint() {
    views.values().forEach(view -> view.canvas().redraw());
  }

  /** Does what a command, a button or a key asks for. */
  void perform(ViewerAction action) {
    action.overlay().ifPresent(model::toggle);
    action.preset().ifPresent(model::applyPreset);
    action.tool().ifPresent(model.measuring()::toggle);
    switch (action) {
      case FIT -> fitAll();
      case CENTRE -> centreAll(centreOnStructure);
      case MAXIMUM -> goToMaximum();
      case NEXT_SLICE -> model.scroll(active, 1);
      case PREVIOUS_SLICE -> model.scroll(active, -1);
      case FAST_FORWARD -> model.scroll(active, FAST_SLICES);
      case FAST_BACK -> model.scroll(active, -FAST_SLICES);
      case OVERLAY -> model.overlays().toggleLast();
      case GRADIENT -> model.overlays().toggle(DoseGradientOverlay.ID);
      default -> {
        // Overlays, windows and tools are done above.
      }
    }
  }

  /** Whether an action that switches something is on. */
  boolean isOn(ViewerAction action) {
    return action.isOn(model);
  }

  private void goToMaximum() {
    Optional<StructureOutline> selected =
        model.content().outlines().stream().filter(StructureOutline::selected).findFirst();
    Optional<DoseLayer> dose = model.doseLayer();
    if (selected.isEmpty() || dose.isEmpty()) {
      model.say(
          dose.isEmpty()
              ? "There is no dose to look for a maximum in."
              : "Select a visible structure first, such as in the Case Explorer.");
      return;
    }
    Display display = control.getDisplay();
    new MaximumJob(
            dose.get(),
            selected.get().planes(),
            found ->
                display.asyncExec(
                    () -> {
                      if (!control.isDisposed()) {
                        showMaximum(found);
                      }
                    }))
        .schedule();
  }

  private void showMaximum(Optional<StructureMaximum> found) {
    if (found.isEmpty()) {
      model.say("No dose voxel has its centre in the selected structure.");
      return;
    }
    StructureMaximum maximum = found.get();
    model.moveCrossHair(maximum.pointMm());
    views.values().forEach(view -> view.centreIfZoomed(model.viewing().crossHairMm()));
    model.say(
        String.format(
            Locale.ROOT,
            "Maximum in the structure %.2f Gy at x %.1f  y %.1f  z %.1f mm",
            maximum.doseGy(),
            maximum.pointMm().x(),
            maximum.pointMm().y(),
            maximum.pointMm().z()));
  }

  private void lineDrawn(Measuring.Drawn drawn) {
    if (drawn.tool() == LineTool.PROFILE) {
      if (profile.filter(ProfileWindow::isOpen).isPresent()) {
        profile.get().show(drawn.line());
      } else {
        profile = Optional.of(new ProfileWindow(control, model, drawn.line()));
      }
    }
  }

  Control control() {
    return control;
  }

  SliceView view(Orientation orientation) {
    return views.get(orientation);
  }

  void setFocus() {
    view(Orientation.AXIAL).canvas().setFocus();
  }

  private void add(Composite parent, Orientation orientation, FrameRenderer renderer) {
    var view = new SliceView(parent, orientation, model, renderer);
    var isodoses = new IsodoseField(view.canvas(), model);
    new SliceGestures(view, model, isodoses, () -> fillOrRestore(view));
    new SliceKeys(view, model, this::perform);
    view.canvas().addListener(SWT.FocusIn, event -> active = orientation);
    views.put(orientation, view);
  }

  private void fillOrRestore(SliceView view) {
    if (columns.getMaximizedControl() != null) {
      showAll();
    } else if (view.orientation() == Orientation.AXIAL) {
      columns.setMaximizedControl(view.canvas());
    } else {
      stack.setMaximizedControl(view.canvas());
      columns.setMaximizedControl(stack);
      views.values().forEach(each -> each.setLarge(each == view));
    }
    view.canvas().setFocus();
  }

  private void showAll() {
    stack.setMaximizedControl(null);
    columns.setMaximizedControl(null);
    views.values().forEach(view -> view.setLarge(view.orientation() == Orientation.AXIAL));
  }

  /** An edit is mostly followed by its dose at once; only a longer wait is shown in grey. */
  private void fadeLater() {
    boolean stale = model.content().dose().filter(SliceContent.Dose::isStale).isPresent();
    if (stale && !isStale) {
      control.getDisplay().timerExec(FADE_MS, this::fade);
    }
    isStale = stale;
  }

  private void fade() {
    if (!control.isDisposed()) {
      model.fadeDose();
    }
  }

  private void centreAll(Runnable centre) {
    centre.run();
    views.values().forEach(view -> view.centreIfZoomed(model.viewing().crossHairMm()));
  }

  private void fitAll() {
    views.values().forEach(SliceView::fit);
  }

  private void refresh() {
    views.values().forEach(SliceView::refresh);
  }
}
