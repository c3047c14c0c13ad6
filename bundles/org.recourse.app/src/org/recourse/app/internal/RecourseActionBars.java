/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.app.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jface.action.GroupMarker;
import org.eclipse.jface.action.ICoolBarManager;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.action.ToolBarContributionItem;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.actions.ActionFactory.IWorkbenchAction;
import org.eclipse.ui.actions.ContributionItemFactory;
import org.eclipse.ui.application.ActionBarAdvisor;
import org.eclipse.ui.application.IActionBarConfigurer;

/** The menus every ReCourse window has; other bundles add to their named groups. */
final class RecourseActionBars extends ActionBarAdvisor {

  private static final ActionFactory[] USED = {
    ActionFactory.SAVE,
    ActionFactory.SAVE_ALL,
    ActionFactory.CLOSE,
    ActionFactory.QUIT,
    ActionFactory.UNDO,
    ActionFactory.REDO,
    ActionFactory.COPY,
    ActionFactory.SELECT_ALL,
    ActionFactory.PREFERENCES,
    ActionFactory.RESET_PERSPECTIVE,
    ActionFactory.ABOUT
  };

  private final Map<ActionFactory, IWorkbenchAction> actions = new LinkedHashMap<>();
  private IWorkbenchWindow window;

  RecourseActionBars(IActionBarConfigurer configurer) {
    super(configurer);
  }

  @Override
  protected void makeActions(IWorkbenchWindow workbenchWindow) {
    window = workbenchWindow;
    for (ActionFactory factory : USED) {
      IWorkbenchAction action = factory.create(workbenchWindow);
      register(action);
      actions.put(factory, action);
    }
  }

  @Override
  protected void fillMenuBar(IMenuManager menuBar) {
    menuBar.add(fileMenu());
    menuBar.add(editMenu());
    menuBar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
    menuBar.add(windowMenu());
    menuBar.add(helpMenu());
  }

  private MenuManager fileMenu() {
    MenuManager menu = new MenuManager("&File", IWorkbenchActionConstants.M_FILE);
    menu.add(new GroupMarker("recourse.open"));
    menu.add(new Separator());
    add(menu, ActionFactory.CLOSE);
    add(menu, ActionFactory.SAVE);
    add(menu, ActionFactory.SAVE_ALL);
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    menu.add(new Separator());
    add(menu, ActionFactory.QUIT);
    return menu;
  }

  private MenuManager editMenu() {
    MenuManager menu = new MenuManager("&Edit", IWorkbenchActionConstants.M_EDIT);
    add(menu, ActionFactory.UNDO);
    add(menu, ActionFactory.REDO);
    menu.add(new Separator());
    add(menu, ActionFactory.COPY);
    add(menu, ActionFactory.SELECT_ALL);
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    return menu;
  }

  private MenuManager windowMenu() {
    MenuManager menu = new MenuManager("&Window", IWorkbenchActionConstants.M_WINDOW);
    MenuManager views = new MenuManager("Show &View", "showView");
    views.add(ContributionItemFactory.VIEWS_SHORTLIST.create(window));
    menu.add(views);
    add(menu, ActionFactory.RESET_PERSPECTIVE);
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    add(menu, ActionFactory.PREFERENCES);
    return menu;
  }

  private MenuManager helpMenu() {
    MenuManager menu = new MenuManager("&Help", IWorkbenchActionConstants.M_HELP);
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
    add(menu, ActionFactory.ABOUT);
    return menu;
  }

  @Override
  protected void fillCoolBar(ICoolBarManager coolBar) {
    ToolBarManager edits = new ToolBarManager(SWT.FLAT | SWT.RIGHT);
    edits.add(actions.get(ActionFactory.SAVE));
    edits.add(new ShownTool(actions.get(ActionFactory.UNDO)));
    edits.add(new ShownTool(actions.get(ActionFactory.REDO)));
    coolBar.add(new ToolBarContributionItem(edits, "recourse.edits"));
    coolBar.add(new GroupMarker(IWorkbenchActionConstants.MB_ADDITIONS));
  }

  private void add(IMenuManager menu, ActionFactory factory) {
    menu.add(actions.get(factory));
  }
}
