/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.progress.IProgressConstants;
import org.recourse.ui.session.SessionTracker;
import org.recourse.ui.view.EditHistoryActions;

/**
 * Makes Undo and Redo act on the case while a view of the platform is active that has no history
 * worth undoing, such as Problems: a user who looks at a problem wants to undo the edit that made
 * it. UI thread only.
 */
final class CaseHistoryInViews implements IPartListener2 {

  private static final Set<String> VIEWS =
      Set.of(IPageLayout.ID_PROBLEM_VIEW, IProgressConstants.PROGRESS_VIEW_ID);

  /** What follows the case for one view. */
  private record Follower(EditHistoryActions history, SessionTracker tracker) {

    void stop() {
      tracker.stop();
      history.follow(Optional.empty());
    }
  }

  private final Map<IWorkbenchPartReference, Follower> followers = new HashMap<>();

  /** Serves the views of a page, those that are open already among them. */
  void serve(IWorkbenchPage page) {
    page.addPartListener(this);
    for (IViewReference view : page.getViewReferences()) {
      partOpened(view);
    }
  }

  @Override
  public void partOpened(IWorkbenchPartReference reference) {
    if (VIEWS.contains(reference.getId())
        && !followers.containsKey(reference)
        && reference.getPart(false) instanceof IViewPart view) {
      var history = new EditHistoryActions();
      history.install(view.getViewSite().getActionBars());
      var tracker = new SessionTracker(reference.getPage(), history::follow);
      tracker.start();
      followers.put(reference, new Follower(history, tracker));
    }
  }

  /** A view that was restored behind another one gets its part only now. */
  @Override
  public void partVisible(IWorkbenchPartReference reference) {
    partOpened(reference);
  }

  @Override
  public void partClosed(IWorkbenchPartReference reference) {
    Optional.ofNullable(followers.remove(reference)).ifPresent(Follower::stop);
  }
}
