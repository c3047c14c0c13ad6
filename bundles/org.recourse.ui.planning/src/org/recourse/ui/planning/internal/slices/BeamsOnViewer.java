/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.slices;

import java.util.Objects;
import java.util.Optional;
import org.eclipse.emf.common.command.CommandStackListener;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.recourse.ui.planning.internal.plans.OpenPlanning;
import org.recourse.ui.planning.internal.plans.PlanningState;
import org.recourse.ui.viewer.SliceViewer;
import org.recourse.ui.viewer.SliceViewerContribution;
import org.recourse.ui.widget.ToggleLook;
import org.recourse.ui.widget.WidgetId;

/** Adds the beams, and the button that shows them, to every slices page. Stateless. */
@Component
public final class BeamsOnViewer implements SliceViewerContribution {

  private static final int AFTER_CONTOURING = 200;

  private final OpenPlanning planning;

  @Activate
  public BeamsOnViewer(@Reference OpenPlanning planning) {
    this.planning = Objects.requireNonNull(planning, "planning");
  }

  @Override
  public int order() {
    return AFTER_CONTOURING;
  }

  @Override
  public void opened(SliceViewer viewer) {
    PlanningState state = planning.of(viewer.session());
    state.setViewer(Optional.of(viewer));
    viewer.addPainter(new BeamsOnSlices(viewer.session(), state));
    Button shown = WidgetId.mark(new Button(viewer.controlRow(), SWT.TOGGLE), "view.beams");
    shown.setText("Beams");
    shown.setToolTipText("Draws the beams of the plan over the slices");
    ToggleLook.show(shown, state.beamsOnSlices());
    shown.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(
            e -> state.showBeamsOnSlices(shown.getSelection())));
    Runnable follow =
        () -> {
          ToggleLook.show(shown, state.beamsOnSlices());
          viewer.repaint();
        };
    state.addListener(follow);
    CommandStackListener edited =
        event -> {
          if (state.beamsOnSlices()) {
            viewer.repaint();
          }
        };
    var stack = viewer.session().editingDomain().getCommandStack();
    stack.addCommandStackListener(edited);
    viewer
        .control()
        .addDisposeListener(
            e -> {
              state.setViewer(Optional.empty());
              state.removeListener(follow);
              stack.removeCommandStackListener(edited);
            });
  }
}
