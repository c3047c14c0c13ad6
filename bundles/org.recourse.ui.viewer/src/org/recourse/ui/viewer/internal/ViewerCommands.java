/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.viewer.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.expressions.EvaluationResult;
import org.eclipse.core.expressions.Expression;
import org.eclipse.core.expressions.ExpressionInfo;
import org.eclipse.core.expressions.IEvaluationContext;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.ISources;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerActivation;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.menus.UIElement;
import org.recourse.ui.session.CaseSession;

/**
 * Connects one slices page with the commands of the workbench. The commands work while the editor
 * of the page is the active one and the page is seen; their keys only while a slice or a button of
 * the page has the keyboard, so that typing in a field is not disturbed. UI thread only; ends with
 * the page.
 */
final class ViewerCommands {

  private static final String CONTEXT = "org.recourse.ui.viewer.slices";

  private final SlicesPage page;
  private final CaseSession session;
  private final IHandlerService handlers;
  private final IContextService contexts;
  private final ICommandService commands;
  private final List<IHandlerActivation> activations = new ArrayList<>();
  private final Map<ViewerAction, Boolean> checked = new EnumMap<>(ViewerAction.class);
  private final Listener focusListener = this::focusMoved;
  private Optional<IContextActivation> context = Optional.empty();

  ViewerCommands(SlicesPage page, CaseSession session, IWorkbench workbench) {
    this.page = page;
    this.session = session;
    handlers = workbench.getService(IHandlerService.class);
    contexts = workbench.getService(IContextService.class);
    commands = workbench.getService(ICommandService.class);
    for (ViewerAction action : ViewerAction.values()) {
      activations.add(
          handlers.activateHandler(action.commandId(), new Handler(action), new PageIsActive()));
    }
    Control control = page.control();
    control.getDisplay().addFilter(SWT.FocusIn, focusListener);
    page.model().addListener(this::refreshChecks);
    control.addListener(SWT.Dispose, event -> stop());
  }

  private void stop() {
    page.control().getDisplay().removeFilter(SWT.FocusIn, focusListener);
    leaveContext();
    handlers.deactivateHandlers(activations);
  }

  private void focusMoved(Event event) {
    boolean keysWanted =
        (event.widget instanceof Canvas || event.widget instanceof Button)
            && event.widget instanceof Control focused
            && isInside(focused);
    if (!keysWanted) {
      leaveContext();
    } else if (context.isEmpty()) {
      context = Optional.of(contexts.activateContext(CONTEXT));
    }
  }

  private boolean isInside(Control control) {
    for (Composite parent = control.getParent(); parent != null; parent = parent.getParent()) {
      if (parent == page.control()) {
        return true;
      }
    }
    return false;
  }

  private void leaveContext() {
    context.ifPresent(contexts::deactivateContext);
    context = Optional.empty();
  }

  /** Menu entries show what is switched on. */
  private void refreshChecks() {
    for (ViewerAction action : ViewerAction.values()) {
      Boolean now = page.isOn(action);
      if (!now.equals(checked.put(action, now))) {
        commands.refreshElements(action.commandId(), null); // no filter
      }
    }
  }

  private final class Handler extends AbstractHandler implements IElementUpdater {

    private final ViewerAction action;

    Handler(ViewerAction action) {
      this.action = action;
    }

    @Override
    public Object execute(ExecutionEvent event) {
      page.perform(action);
      return null; // reserved by the platform
    }

    @Override
    public boolean isEnabled() {
      return !page.control().isDisposed() && page.control().isVisible();
    }

    @Override
    public void updateElement(UIElement element, Map parameters) {
      element.setChecked(page.isOn(action));
    }
  }

  /** True while the editor with this page's session is the active one. */
  private final class PageIsActive extends Expression {

    @Override
    public void collectExpressionInfo(ExpressionInfo info) {
      info.addVariableNameAccess(ISources.ACTIVE_EDITOR_NAME);
    }

    @Override
    public EvaluationResult evaluate(IEvaluationContext variables) {
      Object editor = variables.getVariable(ISources.ACTIVE_EDITOR_NAME);
      return EvaluationResult.valueOf(
          editor != null && Adapters.adapt(editor, CaseSession.class) == session);
    }
  }
}
