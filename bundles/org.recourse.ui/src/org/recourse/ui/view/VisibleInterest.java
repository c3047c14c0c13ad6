/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.view;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.part.ViewPart;
import org.recourse.assistant.numbers.DerivedNumber;
import org.recourse.assistant.watch.Interest;
import org.recourse.ui.session.CaseSession;

/** What a view looks at while it is visible, and nothing while it is not. UI thread only. */
final class VisibleInterest implements IPartListener2 {

  private final ViewPart view;
  private final Runnable whenVisible;
  private Optional<Interest> interest = Optional.empty();
  private Set<DerivedNumber> numbers = Set.of();

  /**
   * Follows a view once it is started.
   *
   * @param whenVisible is called whenever the view has become visible
   */
  VisibleInterest(ViewPart view, Runnable whenVisible) {
    this.view = Objects.requireNonNull(view, "view");
    this.whenVisible = Objects.requireNonNull(whenVisible, "whenVisible");
  }

  void start() {
    view.getSite().getPage().addPartListener(this);
  }

  void stop() {
    view.getSite().getPage().removePartListener(this);
    follow(Optional.empty());
  }

  /** Follows the numbers of another case. */
  void follow(Optional<CaseSession> session) {
    interest.ifPresent(Interest::close);
    interest = session.map(open -> open.planWatch().newInterest());
    tell(view.getSite().getPage().isPartVisible(view));
  }

  /** The view shows these numbers now. */
  void lookAt(Set<DerivedNumber> wanted) {
    numbers = Set.copyOf(wanted);
    tell(view.getSite().getPage().isPartVisible(view));
  }

  private void tell(boolean visible) {
    interest.ifPresent(open -> open.lookAt(visible ? numbers : Set.of()));
  }

  @Override
  public void partVisible(IWorkbenchPartReference part) {
    if (part.getPart(false) == view) {
      tell(true);
      whenVisible.run();
    }
  }

  @Override
  public void partHidden(IWorkbenchPartReference part) {
    if (part.getPart(false) == view) {
      tell(false);
    }
  }
}
