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
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.recourse.ui.internal.session.StructureRows;
import org.recourse.ui.session.CaseSession;

/** Context menu of the Case Explorer. UI thread only. */
final class ExplorerMenu {

  private final CaseExplorerView view;

  ExplorerMenu(CaseExplorerView view) {
    this.view = view;
  }

  void install(Tree tree) {
    var menu = new MenuManager();
    menu.setRemoveAllWhenShown(true);
    menu.addMenuListener(this::fill);
    tree.setMenu(menu.createContextMenu(tree));
  }

  private void fill(IMenuManager menu) {
    if (!view.selectedProjects().isEmpty()) {
      menu.add(action("Open", view::activate));
      menu.add(action("Remove from workspace (files stay)...", this::removeProjects));
    }
    if (view.session().isPresent()) {
      menu.add(new Separator());
      if (view.selectedStructures().findAny().isPresent()) {
        menu.add(action("Show or hide", view::toggleSelected));
        menu.add(action("Show only these", this::showOnlySelected));
      }
      menu.add(action("Show all structures", this::showAll));
      menu.add(action("Hide all structures", this::hideAll));
    }
    menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
  }

  private Action action(String text, Runnable effect) {
    return new Action(text) {
      @Override
      public void run() {
        effect.run();
      }
    };
  }

  private void showOnlySelected() {
    view.session().ifPresent(open -> open.viewing().showOnly(view.selectedStructures().toList()));
  }

  private void showAll() {
    view.session().ifPresent(ExplorerMenu::showAllOf);
  }

  private static void showAllOf(CaseSession open) {
    open.viewing().showOnly(StructureRows.all(open).toList());
  }

  private void hideAll() {
    view.session().ifPresent(open -> open.viewing().showOnly(List.of()));
  }

  private void removeProjects() {
    List<IProject> projects = view.selectedProjects();
    String names = String.join(", ", projects.stream().map(IProject::getName).toList());
    boolean agreed =
        MessageDialog.openConfirm(
            view.getSite().getShell(),
            "Remove from workspace",
            "Remove " + names + " from the workspace? The case folder and its files stay on disk.");
    if (agreed) {
      new RemoveJob(projects).schedule();
    }
  }

  /** Forgets projects and leaves their folders as they are. */
  private static final class RemoveJob extends WorkspaceJob {

    private final List<IProject> projects;

    RemoveJob(List<IProject> projects) {
      super("Removing cases from the workspace");
      this.projects = projects;
      setRule(projects.getFirst().getWorkspace().getRoot());
      setUser(true);
    }

    @Override
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
      for (IProject project : projects) {
        project.delete(false, true, monitor);
      }
      return Status.OK_STATUS;
    }
  }
}
