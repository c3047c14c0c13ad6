/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.explorer;

import java.util.List;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;
import org.eclipse.ui.statushandlers.StatusManager;
import org.recourse.ui.widget.WidgetId;

/** What the Case Explorer shows while the workspace has no case: how to get one. UI thread only. */
final class NoCases {

  /** The last one belongs to the product and is left out where that is not installed. */
  private static final List<String> COMMANDS =
      List.of(
          "org.recourse.ui.importCase",
          "org.recourse.ui.openCase",
          "org.recourse.app.openBundledCase");

  private final IServiceLocator services;
  private final Composite area;

  NoCases(Composite parent, IServiceLocator services) {
    this.services = services;
    area = WidgetId.mark(new Composite(parent, SWT.NONE), "explorer.empty");
    area.setLayout(new GridLayout());
    Label sentence = new Label(area, SWT.WRAP);
    sentence.setText("There is no case in this workspace yet.");
    sentence.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    COMMANDS.stream()
        .map(services.getService(ICommandService.class)::getCommand)
        .filter(Command::isDefined)
        .forEach(this::addButton);
  }

  private void addButton(Command command) {
    Button button = WidgetId.mark(new Button(area, SWT.PUSH | SWT.WRAP), command.getId());
    button.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    button.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> execute(command)));
    try {
      button.setText(command.getName());
      button.setToolTipText(command.getDescription());
    } catch (CommandException e) {
      button.dispose(); // the command went with its bundle
    }
  }

  private void execute(Command command) {
    try {
      services.getService(IHandlerService.class).executeCommand(command.getId(), null);
    } catch (CommandException e) {
      StatusManager.getManager()
          .handle(Status.error("The command could not be run.", e), StatusManager.SHOW);
    }
  }

  Composite control() {
    return area;
  }
}
