/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;

/** The commands of the Assistant; each opens the view first. Stateless. */
public final class AssistantHandlers {

  private AssistantHandlers() {}

  private static Object run(ExecutionEvent event, Consumer<AssistantView> effect)
      throws ExecutionException {
    try {
      IViewPart part =
          HandlerUtil.getActiveWorkbenchWindowChecked(event)
              .getActivePage()
              .showView(AssistantView.ID);
      if (part instanceof AssistantView view) {
        effect.accept(view);
      }
      return null; // platform: reserved
    } catch (PartInitException e) {
      throw new ExecutionException("The Assistant could not be opened.", e);
    }
  }

  /** Searches for proposals. */
  public static final class Propose extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
      return run(event, AssistantView::search);
    }
  }

  /** Names what stands in the way of a lower risk. */
  public static final class WhyNotLower extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
      return run(event, AssistantView::whyNotLower);
    }
  }

  /** Shows or hides the risk on the slices. */
  public static final class Heat extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
      return run(event, AssistantView::toggleHeat);
    }
  }

  /** Writes a report into the file of the parameter, or asks for one. */
  public static final class WriteReport extends AbstractHandler {

    private static final String FILE = "org.recourse.ui.assistant.report.file";

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
      Optional<Path> file = Optional.ofNullable(event.getParameter(FILE)).map(Path::of);
      return run(event, view -> file.ifPresentOrElse(view::writeReport, view::askAndWriteReport));
    }
  }
}
