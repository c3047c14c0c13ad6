/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.recourse.grid.geometry.Vector3;
import org.recourse.rendering.Orientation;
import org.recourse.rendering.SliceStack;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.viewer.SlicePainter;
import org.recourse.ui.viewer.SliceTool;
import org.recourse.ui.viewer.SliceViewer;

/** One slices page as other bundles see it. UI thread only. */
final class PageViewer implements SliceViewer {

  private final CaseSession session;
  private final SlicesPage page;

  PageViewer(CaseSession session, SlicesPage page) {
    this.session = Objects.requireNonNull(session, "session");
    this.page = Objects.requireNonNull(page, "page");
  }

  @Override
  public CaseSession session() {
    return session;
  }

  @Override
  public Control control() {
    return page.control();
  }

  @Override
  public String sceneFrameUid() {
    return ContentRequest.of(session).sceneFrameUid();
  }

  @Override
  public Optional<SliceStack> stack(Orientation orientation) {
    return page.model().stack(orientation);
  }

  @Override
  public void moveCrossHair(Vector3 pointMm) {
    page.model().moveCrossHair(pointMm);
  }

  @Override
  public Composite controlRow() {
    return page.controlRow();
  }

  @Override
  public Composite addBar() {
    return page.addBar();
  }

  @Override
  public void showBar(Composite bar, boolean shown) {
    page.showBar(bar, shown);
  }

  @Override
  public Optional<SliceTool> tool() {
    return page.model().tools().active();
  }

  @Override
  public void take(SliceTool tool) {
    page.model().tools().take(tool);
  }

  @Override
  public void putDown(SliceTool tool) {
    if (tool().filter(tool::equals).isPresent()) {
      page.model().tools().putDown();
    }
  }

  @Override
  public void addToolListener(Runnable listener) {
    page.model().tools().addListener(listener);
  }

  @Override
  public void hideSelectedOutline(List<Orientation> orientations) {
    page.model().hideSelectedOutline(Set.copyOf(orientations));
  }

  @Override
  public void addPainter(SlicePainter painter) {
    page.model().addPainter(painter);
    page.repaint();
  }

  @Override
  public void repaint() {
    page.repaint();
  }

  @Override
  public void showOverlay(String overlayId) {
    page.model().overlays().choose(Optional.empty()); // what was computed for it is forgotten
    page.model().overlays().choose(Optional.of(overlayId));
  }

  @Override
  public void say(String sentence) {
    page.model().say(sentence);
  }

  @Override
  public Optional<Control> canvas(Orientation orientation) {
    return Optional.of(page.view(orientation).canvas());
  }
}
