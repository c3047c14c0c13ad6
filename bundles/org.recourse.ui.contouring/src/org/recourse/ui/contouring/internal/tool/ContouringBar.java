/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.tool;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.recourse.model.Structure;
import org.recourse.ui.session.ViewingListener;
import org.recourse.ui.viewer.SliceViewer;
import org.recourse.ui.widget.ColourSwatches;
import org.recourse.ui.widget.ToggleLook;
import org.recourse.ui.widget.WidgetId;

/** The row of controls for drawing, shown by the button Contour. UI thread only. */
public final class ContouringBar {

  private static final int TENTHS = 10;
  private static final int NAME_WIDTH = 110;

  private final Contouring contouring;
  private final Consumer<ContouringAction> perform;
  private final Composite bar;
  private final Button shown;
  private final Label swatch;
  private final Label name;
  private final ColourSwatches swatches;
  private final Spinner size;
  private final Map<ToolKind, Button> tools = new EnumMap<>(ToolKind.class);
  private final ViewingListener viewingListener = this::viewingChanged;

  public ContouringBar(Contouring contouring, Consumer<ContouringAction> perform) {
    this.contouring = contouring;
    this.perform = perform;
    SliceViewer viewer = contouring.viewer();
    shown = showButton(viewer.controlRow());
    bar = viewer.addBar();
    swatches = new ColourSwatches(bar);
    var layout = new RowLayout(SWT.HORIZONTAL);
    layout.center = true;
    layout.spacing = 3;
    bar.setLayout(layout);
    swatch = new Label(bar, SWT.NONE);
    name = new Label(bar, SWT.NONE);
    name.setLayoutData(new RowData(NAME_WIDTH, SWT.DEFAULT));
    tool(ToolKind.BRUSH, ContouringAction.BRUSH, "Draw with a disc; Shift erases");
    tool(ToolKind.ERASER, ContouringAction.ERASER, "Erase with a disc; Shift draws");
    tool(ToolKind.POLYGON, ContouringAction.POLYGON, "Draw corner after corner; Shift cuts out");
    tool(ToolKind.FREEHAND, ContouringAction.FREEHAND, "Draw a closed line; Shift cuts it out");
    size = sizeSpinner();
    new Label(bar, SWT.NONE).setText("mm");
    push(ContouringAction.COPY_TO_NEXT, "Copy up", "Copy this slice onto the next one");
    push(ContouringAction.COPY_TO_PREVIOUS, "Copy down", "Copy this slice onto the one before");
    push(ContouringAction.INTERPOLATE, "Interpolate", "Draw all slices between drawn ones");
    push(ContouringAction.CLEAR_SLICE, "Clear", "Remove what is drawn on this slice");
    push(ContouringAction.NEW_STRUCTURE, "New...", "New structure");
    push(ContouringAction.MAKE_STRUCTURE, "Make...", "Structure from others: margin, ring, union");
    viewer.addToolListener(this::refresh);
    contouring.whenSizeChanges(this::refresh);
    viewer.session().viewing().addListener(viewingListener);
    bar.addDisposeListener(event -> viewer.session().viewing().removeListener(viewingListener));
    refresh();
  }

  private Button showButton(Composite row) {
    var button = WidgetId.mark(new Button(row, SWT.TOGGLE), "contouring.show");
    button.setText("Contour");
    button.setToolTipText("Draw on the slices: shows the drawing tools");
    button.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(event -> show(button.getSelection())));
    return button;
  }

  private void show(boolean wanted) {
    ToggleLook.show(shown, wanted);
    contouring.viewer().showBar(bar, wanted);
    if (!wanted) {
      contouring.toolKind().ifPresent(contouring::toggle); // puts it down
    }
  }

  private void tool(ToolKind kind, ContouringAction action, String tooltip) {
    Button button = button(SWT.TOGGLE, action, kind.title(), tooltip);
    tools.put(kind, button);
  }

  private void push(ContouringAction action, String text, String tooltip) {
    button(SWT.PUSH, action, text, tooltip);
  }

  private Button button(int style, ContouringAction action, String text, String tooltip) {
    var button = WidgetId.mark(new Button(bar, style), action.commandId());
    button.setText(text);
    button.setToolTipText(
        action.keyText().isEmpty() ? tooltip : tooltip + " (" + action.keyText() + ")");
    button.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            event -> {
              perform.accept(action);
              refresh(); // a toggle that did nothing comes up again
            }));
    return button;
  }

  private Spinner sizeSpinner() {
    var spinner = WidgetId.mark(new Spinner(bar, SWT.BORDER), "contouring.radius");
    spinner.setDigits(1);
    spinner.setMinimum((int) (Contouring.LEAST_RADIUS_MM * TENTHS));
    spinner.setMaximum((int) (Contouring.LARGEST_RADIUS_MM * TENTHS));
    spinner.setIncrement(TENTHS / 2);
    spinner.setToolTipText("Radius of the brush (Ctrl+wheel on the slice, or [ and ])");
    spinner.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            event -> contouring.setRadiusMm(spinner.getSelection() / (double) TENTHS)));
    return spinner;
  }

  private void viewingChanged(ViewingListener.Aspect aspect) {
    if (aspect == ViewingListener.Aspect.SELECTED_STRUCTURE) {
      refresh();
    }
  }

  private void refresh() {
    if (bar.isDisposed()) {
      return;
    }
    Optional<ToolKind> held = contouring.toolKind();
    if (held.isPresent() && !bar.isVisible()) {
      show(true);
    }
    tools.forEach((kind, button) -> ToggleLook.show(button, held.equals(Optional.of(kind))));
    int tenths = (int) Math.round(contouring.radiusMm() * TENTHS);
    if (size.getSelection() != tenths) {
      size.setSelection(tenths);
    }
    Optional<Structure> selected = contouring.viewer().session().viewing().selectedStructure();
    swatch.setImage(
        selected.map(structure -> swatches.square(structure.getColourRgb())).orElse(null));
    name.setText(selected.map(Structure::getName).orElse("None selected"));
    name.setToolTipText(
        selected
            .map(Structure::getName)
            .orElse("Select the structure to draw, such as in the Case Explorer"));
    bar.layout(true);
  }
}
