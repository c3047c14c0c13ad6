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
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
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
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.part.FileEditorInput;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.StructureRows;

/** Context menu of the Case Explorer. UI thread only. */
final class ExplorerMenu {

  private final CaseExplorerView view;

  ExplorerMenu(CaseExplorerView view) {
    this.view = view;
  }

  /** Other bundles see the menu too: team support adds compare and replace for a case file. */
  void install(TreeViewer viewer) {
    var menu = new MenuManager();
    menu.setRemoveAllWhenShown(true);
    menu.addMenuListener(this::fill);
    viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
    view.getSite().registerContextMenu(menu, viewer);
  }

  private void fill(IMenuManager menu) {
    if (!view.selectedCases().isEmpty()) {
      menu.add(action("Open", view::activate));
      menu.add(action("Close", this::closeEditors));
      menu.add(action("Refresh", this::refreshCases));
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

  private void closeEditors() {
    for (IFile caseFile : view.selectedCases()) {
      IWorkbenchPage page = view.getSite().getPage();
      IEditorPart editor = page.findEditor(new FileEditorInput(caseFile));
      if (editor != null) {
        page.closeEditor(editor, true);
      }
    }
  }

  private void refreshCases() {
    new CaseJob(
            "Refreshing cases",
            view.selectedCases(),
            (caseFile, monitor) ->
                caseFile.getProject().refreshLocal(IResource.DEPTH_INFINITE, monitor))
        .schedule();
  }

  private void removeProjects() {
    List<IFile> cases = view.selectedCases();
    String names =
        String.join(", ", cases.stream().map(file -> file.getProject().getName()).toList());
    boolean agreed =
        MessageDialog.openConfirm(
            view.getSite().getShell(),
            "Remove from workspace",
            "Remove " + names + " from the workspace? The case folder and its files stay on disk.");
    if (agreed) {
      new CaseJob(
              "Removing cases from the workspace",
              cases,
              (caseFile, monitor) -> caseFile.getProject().delete(false, true, monitor))
          .schedule();
    }
  }

  /** Something done to a case in the workspace. */
  @FunctionalInterface
  private interface CaseAction {
    void accept(IFile caseFile, IProgressMonitor monitor) throws CoreException;
  }

  /** Does the same to several cases, as one change of the workspace. */
  private static final class CaseJob extends WorkspaceJob {

    private final List<IFile> cases;
    private final CaseAction action;

    CaseJob(String name, List<IFile> cases, CaseAction action) {
      super(name);
      this.cases = cases;
      this.action = action;
      setRule(cases.getFirst().getWorkspace().getRoot());
      setUser(true);
    }

    @Override
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
      for (IFile caseFile : cases) {
        action.accept(caseFile, monitor);
      }
      return Status.OK_STATUS;
    }
  }
}
