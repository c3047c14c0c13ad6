/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.editor.PlanPageFactory;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.viewer.SliceViewer;
import org.recourse.ui.viewer.SliceViewerContribution;
import org.recourse.ui.viewer.internal.overlay.OverlayRegistry;

/** Adds the page "View" with the three slices to the plan editor. Immutable. */
@Component
public final class SlicesPageFactory implements PlanPageFactory {

  private static final int FIRST_PAGE = 100;

  private final OverlayRegistry overlays;
  private final List<SliceViewerContribution> contributions;

  @Activate
  public SlicesPageFactory(
      @Reference OverlayRegistry overlays,
      @Reference(policyOption = ReferencePolicyOption.GREEDY)
          List<SliceViewerContribution> contributions) {
    this.overlays = Objects.requireNonNull(overlays, "overlays");
    this.contributions =
        contributions.stream()
            .sorted(Comparator.comparingInt(SliceViewerContribution::order))
            .toList();
  }

  @Override
  public String title() {
    return "View";
  }

  @Override
  public int order() {
    return FIRST_PAGE;
  }

  @Override
  public PlanPage create(Composite parent, CaseSession session) {
    var model = new ViewerModel(session.viewing(), overlays.catalogue());
    var slices = new SessionSlices(session, model, parent.getDisplay());
    var images = new ImageChoices(session.patientCase());
    var page = new SlicesPage(parent, model, session.executor(), images, slices::centreOnSelection);
    if (PlatformUI.isWorkbenchRunning()) { // not in a plain test
      new ViewerCommands(page, session, PlatformUI.getWorkbench());
    }
    page.control().addDisposeListener(event -> slices.stop());
    slices.start();
    var viewer = new PageViewer(session, page);
    contributions.forEach(contribution -> offer(contribution, viewer));
    return new View(page);
  }

  /** A mistake of one contribution leaves the slices and the others as they are. */
  private static void offer(SliceViewerContribution contribution, SliceViewer viewer) {
    try {
      contribution.opened(viewer);
    } catch (RuntimeException | LinkageError e) { // border to other bundles
      String who = contribution.getClass().getName();
      viewer.say("Tools of " + who + " are missing: " + e);
      Platform.getLog(SlicesPageFactory.class).error("Tools of " + who + " are missing.", e);
    }
  }

  /** The page as the editor sees it. */
  private record View(SlicesPage page) implements PlanPage {

    @Override
    public Control control() {
      return page.control();
    }

    @Override
    public void setFocus() {
      page.setFocus();
    }
  }
}
