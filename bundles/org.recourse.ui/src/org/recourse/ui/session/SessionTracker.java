/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.session;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IPropertyListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPartReference;

/**
 * Follows the case session of the active editor of one workbench page: tells its follower once at
 * the start and then whenever another session becomes the current one, none included. UI thread
 * only; {@link #stop()} ends it.
 */
public final class SessionTracker {

  private final IWorkbenchPage page;
  private final Consumer<Optional<CaseSession>> follower;
  private final IPartListener2 partListener = new ActiveEditorListener();
  private final IPropertyListener propertyListener = (source, property) -> check();

  private Optional<IEditorPart> editor = Optional.empty();
  private Optional<CaseSession> session = Optional.empty();

  public SessionTracker(IWorkbenchPage page, Consumer<Optional<CaseSession>> follower) {
    this.page = Objects.requireNonNull(page, "page");
    this.follower = Objects.requireNonNull(follower, "follower");
  }

  /** Starts to follow; the follower is told the present session before this returns. */
  public void start() {
    page.addPartListener(partListener);
    follow(Optional.ofNullable(page.getActiveEditor()));
    follower.accept(session);
  }

  /** Ends to follow; the follower is not told. */
  public void stop() {
    page.removePartListener(partListener);
    editor.ifPresent(part -> part.removePropertyListener(propertyListener));
    editor = Optional.empty();
  }

  public Optional<CaseSession> session() {
    return session;
  }

  private void follow(Optional<IEditorPart> active) {
    if (!editor.equals(active)) {
      editor.ifPresent(part -> part.removePropertyListener(propertyListener));
      editor = active;
      editor.ifPresent(part -> part.addPropertyListener(propertyListener));
    }
    session = currentSession();
  }

  private Optional<CaseSession> currentSession() {
    return editor.map(part -> Adapters.adapt(part, CaseSession.class));
  }

  private void check() {
    Optional<CaseSession> before = session;
    follow(Optional.ofNullable(page.getActiveEditor()));
    if (!before.equals(session)) {
      follower.accept(session);
    }
  }

  /** Any of these may change which editor is the active one. */
  private final class ActiveEditorListener implements IPartListener2 {

    @Override
    public void partActivated(IWorkbenchPartReference reference) {
      check();
    }

    @Override
    public void partBroughtToTop(IWorkbenchPartReference reference) {
      check();
    }

    @Override
    public void partOpened(IWorkbenchPartReference reference) {
      check();
    }

    @Override
    public void partClosed(IWorkbenchPartReference reference) {
      check();
    }
  }
}
