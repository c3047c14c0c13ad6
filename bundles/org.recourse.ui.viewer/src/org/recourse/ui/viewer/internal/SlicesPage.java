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
import java.util.Map;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.rendering.FrameRenderer;
import org.recourse.rendering.Orientation;

/**
 * Axial large on the left, sagittal and coronal stacked on the right, controls above. A double
 * click makes a slice fill the page and back. UI thread only.
 */
final class SlicesPage {

  private static final int[] LARGE_AND_STACK = {62, 38};

  private final Composite control;
  private final SashForm columns;
  private final SashForm stack;
  private final Map<Orientation, SliceView> views = new EnumMap<>(Orientation.class);
  private final ViewerModel model;

  /**
   * Makes the page.
   *
   * @param model ends with the page
   * @param executor draws the frames; stays open
   * @param centreOnStructure what the Home key does
   */
  SlicesPage(
      Composite parent, ViewerModel model, SliceExecutor executor, Runnable centreOnStructure) {
    this.model = model;
    control = new Composite(parent, SWT.NONE);
    var layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    layout.verticalSpacing = 0;
    control.setLayout(layout);
    var controls = new ViewerControls(control, model, this::fitAll);
    controls.control().setLayoutData(new GridData(SWT.FILL, SWT.TOP, true, false));
    columns = new SashForm(control, SWT.HORIZONTAL);
    columns.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
    var renderer = new FrameRenderer(executor);
    add(columns, Orientation.AXIAL, renderer, centreOnStructure);
    stack = new SashForm(columns, SWT.VERTICAL);
    add(stack, Orientation.SAGITTAL, renderer, centreOnStructure);
    add(stack, Orientation.CORONAL, renderer, centreOnStructure);
    columns.setWeights(LARGE_AND_STACK);
    showAll();
    model.addListener(this::refresh);
    control.addListener(SWT.Dispose, event -> model.dispose());
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

  private void add(
      Composite parent, Orientation orientation, FrameRenderer renderer, Runnable centre) {
    var view = new SliceView(parent, orientation, model, renderer);
    var isodoses = new IsodoseField(view.canvas(), model);
    new SliceGestures(view, model, isodoses, () -> fillOrRestore(view));
    new SliceKeys(view, model, () -> centreAll(centre));
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
