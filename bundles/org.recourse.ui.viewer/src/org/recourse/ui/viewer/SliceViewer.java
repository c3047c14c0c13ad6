/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer;

import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.osgi.annotation.versioning.ProviderType;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.SliceStack;
import org.recourse.ui.session.CaseSession;

/** The three slices of one open plan editor. UI thread only; ends when its control is disposed. */
@ProviderType
public interface SliceViewer {

  /** The case that is shown. */
  CaseSession session();

  /** The page with the slices; its disposal ends the viewer. */
  Control control();

  /** Frame of reference of everything on the slices: that of the plan; empty text if unknown. */
  String sceneFrameUid();

  /** The slice positions of a direction; empty while nothing is loaded. */
  Optional<SliceStack> stack(Orientation orientation);

  /** Moves the cross-hair to a point, onto slice positions. */
  void moveCrossHair(Vector3 pointMm);

  /** The row of controls of the page, to add a button to it. */
  Composite controlRow();

  /** Adds a row of controls above the slices, empty and invisible until it is shown. */
  Composite addBar();

  /** Shows or hides a row of controls. */
  void showBar(Composite bar, boolean shown);

  /** The tool in the hand. */
  Optional<SliceTool> tool();

  /** Takes a tool; the one in the hand is put down first. */
  void take(SliceTool tool);

  /** Puts a tool down, if it is in the hand. */
  void putDown(SliceTool tool);

  /** Is told when another tool is taken, or none. */
  void addToolListener(Runnable listener);

  /** Leaves the outline of the selected structure out of some slices: a tool draws it there. */
  void hideSelectedOutline(List<Orientation> orientations);

  /** Draws over the slices until the viewer ends; {@link #repaint()} calls it again. */
  default void addPainter(SlicePainter painter) {}

  /** Paints the tool again, without computing the slices again. */
  void repaint();

  /**
   * Shows an overlay in place of the one that is shown, computed afresh. Nothing happens where the
   * id is unknown or the viewer has no overlays.
   */
  default void showOverlay(String overlayId) {}

  /** Says a sentence at the bottom of the large slice, until the cross-hair moves. */
  void say(String sentence);

  /** A position on the screen, logical pixels of the canvas of a direction; for tests and menus. */
  Optional<Control> canvas(Orientation orientation);
}
