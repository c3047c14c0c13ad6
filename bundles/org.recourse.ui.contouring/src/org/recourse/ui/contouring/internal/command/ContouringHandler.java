/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.command;

import java.util.Optional;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.handlers.HandlerUtil;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.recourse.ui.contouring.internal.tool.Contouring;
import org.recourse.ui.contouring.internal.tool.ContouringAction;
import org.recourse.ui.contouring.internal.tool.OpenContourings;
import org.recourse.ui.session.CaseSession;

/** Performs a contouring command on the case of the active editor. */
public final class ContouringHandler extends AbstractHandler {

  @Override
  public Object execute(ExecutionEvent event) {
    IEditorPart editor = HandlerUtil.getActiveEditor(event);
    Optional<CaseSession> session =
        Optional.ofNullable(editor).map(part -> Adapters.adapt(part, CaseSession.class));
    Optional<ContouringAction> action = ContouringAction.ofCommand(event.getCommand().getId());
    if (session.isPresent() && action.isPresent()) {
      new ContouringCommands(session.get(), HandlerUtil.getActiveShell(event))
          .perform(action.get(), contouring(session.get()));
    }
    return null; // reserved by the platform
  }

  private static Optional<Contouring> contouring(CaseSession session) {
    BundleContext context =
        FrameworkUtil.getBundle(ContouringHandler.class).getBundleContext();
    return Optional.ofNullable(context.getServiceReference(OpenContourings.class))
        .map(context::getService)
        .flatMap(open -> open.of(session));
  }
}
