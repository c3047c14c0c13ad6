/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.explorer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.emf.common.command.CommandStackListener;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.events.MouseEvent;
import org.eclipse.swt.events.MouseListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.recourse.model.ImageSeries;
import org.recourse.model.Plan;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.ui.internal.session.AssessedPlan;
import org.recourse.ui.project.CaseProjects;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.SessionTracker;
import org.recourse.ui.session.ViewingListener;
import org.recourse.ui.view.EditHistoryActions;
import org.recourse.ui.widget.ColourSwatches;
import org.recourse.ui.widget.WidgetId;

/**
 * The cases of the workspace and the content of the open one. A double click opens a case, shows an
 * image, or shows and hides a structure; the space key shows and hides the selected structures.
 */
public final class CaseExplorerView extends ViewPart {

  /** Id in the plugin.xml. */
  public static final String ID = "org.recourse.ui.views.caseExplorer";

  private final EditHistoryActions history = new EditHistoryActions();
  private final IResourceChangeListener projectListener = event -> projectsChanged();
  private final CommandStackListener editListener = event -> refresh();
  private final ViewingListener viewingListener = this::viewingChanged;

  private Optional<CaseSession> attached = Optional.empty();
  private SessionTracker tracker;
  private Composite stack;
  private Composite noCases;
  private TreeViewer viewer;

  @Override
  public void createPartControl(Composite parent) {
    stack = new Composite(parent, SWT.NONE);
    stack.setLayout(new StackLayout());
    noCases = new NoCases(stack, getSite()).control();
    viewer = new TreeViewer(stack, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
    WidgetId.mark(viewer.getTree(), "explorer.tree");
    viewer.setContentProvider(new ExplorerContent(() -> attached));
    viewer.setLabelProvider(
        new ExplorerLabels(new ColourSwatches(viewer.getTree()), () -> attached));
    ColumnViewerToolTipSupport.enableFor(viewer);
    viewer.setInput(ResourcesPlugin.getWorkspace().getRoot());
    viewer.addDoubleClickListener(e -> activate());
    viewer.addSelectionChangedListener(e -> attached.ifPresent(this::selectStructure));
    viewer
        .getTree()
        .addKeyListener(
            KeyListener.keyPressedAdapter(
                e -> {
                  if (e.character == ' ') {
                    toggleSelected();
                  }
                }));
    viewer.getTree().addMouseListener(MouseListener.mouseDownAdapter(this::toggleAtCheckBox));
    new ExplorerMenu(this).install(viewer);
    getSite().setSelectionProvider(viewer);
    history.install(getViewSite().getActionBars());
    ResourcesPlugin.getWorkspace()
        .addResourceChangeListener(projectListener, IResourceChangeEvent.POST_CHANGE);
    tracker = new SessionTracker(getSite().getPage(), this::follow);
    tracker.start();
  }

  private void follow(Optional<CaseSession> session) {
    history.follow(session);
    detach();
    attached = session;
    attached.ifPresent(
        open -> {
          open.editingDomain().getCommandStack().addCommandStackListener(editListener);
          open.viewing().addListener(viewingListener);
        });
    refresh();
    attached.ifPresent(
        open -> {
          viewer.expandToLevel(open.file(), 1);
          viewer.expandToLevel(CaseGroup.COURSES, 2);
          viewer.expandToLevel(CaseGroup.STRUCTURES, 1);
          AssessedPlan.of(open.patientCase())
              .map(Plan::getStructureSet)
              .ifPresent(set -> viewer.expandToLevel(set, 1));
        });
  }

  private void selectStructure(CaseSession open) {
    Optional<Structure> structure = selectedStructures().findFirst();
    if (structure.isPresent()) {
      open.viewing().select(structure);
    }
  }

  /** A click on the check box of a structure or of a structure set shows or hides it. */
  private void toggleAtCheckBox(MouseEvent click) {
    TreeItem item = viewer.getTree().getItem(new Point(click.x, click.y));
    if (click.button != 1 || item == null || attached.isEmpty()) {
      return;
    }
    Rectangle box = item.getImageBounds(0);
    boolean atBox = click.x >= box.x && click.x < box.x + Math.min(box.width, box.height);
    if (atBox) {
      switch (item.getData()) {
        case Structure structure -> toggle(attached.get(), List.of(structure));
        case StructureSet set -> toggle(attached.get(), set.getStructures());
        default -> {
          // the others have no check box
        }
      }
    }
  }

  /** Hides them if all are shown, else shows them. */
  private static void toggle(CaseSession open, List<Structure> structures) {
    boolean show = !structures.stream().allMatch(open.viewing()::isVisible);
    var wanted = new LinkedHashSet<>(open.viewing().visibleStructures());
    if (show) {
      wanted.addAll(structures);
    } else {
      structures.forEach(wanted::remove);
    }
    open.viewing().showOnly(wanted);
  }

  private void detach() {
    attached.ifPresent(
        former -> {
          former.editingDomain().getCommandStack().removeCommandStackListener(editListener);
          former.viewing().removeListener(viewingListener);
        });
    attached = Optional.empty();
  }

  private void viewingChanged(ViewingListener.Aspect aspect) {
    switch (aspect) {
      case VISIBLE_STRUCTURES -> refresh();
      case SELECTED_STRUCTURE -> showSelection();
      case CROSS_HAIR,
          SHOWN_IMAGE,
          SHOWN_DOSE,
          ISODOSES,
          WINDOW,
          DOSE_OPACITY,
          OVERLAYS,
          WANTED_OVERLAY,
          PREVIEW -> {
        // the tree does not show these
      }
    }
  }

  /** Selects what was selected elsewhere, where the tree shows it. */
  private void showSelection() {
    attached
        .flatMap(open -> open.viewing().selectedStructure())
        .filter(structure -> selectedStructures().noneMatch(structure::equals))
        .filter(structure -> viewer.testFindItem(structure) != null)
        .ifPresent(structure -> viewer.setSelection(new StructuredSelection(structure), true));
  }

  private void refresh() {
    if (!viewer.getTree().isDisposed()) {
      viewer.refresh();
      Control top = viewer.getTree().getItemCount() == 0 ? noCases : viewer.getTree();
      if (((StackLayout) stack.getLayout()).topControl != top) {
        ((StackLayout) stack.getLayout()).topControl = top;
        stack.layout();
      }
    }
  }

  /** Called on the thread that changed the workspace. */
  private void projectsChanged() {
    Display display = viewer.getTree().isDisposed() ? null : viewer.getTree().getDisplay();
    if (display != null && !display.isDisposed()) {
      display.asyncExec(this::refresh);
    }
  }

  Optional<CaseSession> session() {
    return attached;
  }

  Stream<Structure> selectedStructures() {
    return selected(Structure.class).stream();
  }

  List<IFile> selectedCases() {
    return selected(IFile.class);
  }

  private <T> List<T> selected(Class<T> type) {
    return viewer.getStructuredSelection().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** What a double click or Enter does with the selected element. */
  void activate() {
    selectedCases().stream().findFirst().ifPresent(this::open);
    selected(ImageSeries.class).stream()
        .findFirst()
        .ifPresent(
            series -> attached.ifPresent(open -> open.viewing().showImage(Optional.of(series))));
    toggleSelected();
  }

  private void open(IFile caseFile) {
    try {
      CaseProjects.openEditor(getSite().getPage(), caseFile);
    } catch (PartInitException e) {
      StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
    }
  }

  void toggleSelected() {
    List<Structure> structures = selectedStructures().toList();
    attached.filter(open -> !structures.isEmpty()).ifPresent(open -> toggle(open, structures));
  }

  @Override
  public void setFocus() {
    ((StackLayout) stack.getLayout()).topControl.setFocus();
  }

  @Override
  public void dispose() {
    ResourcesPlugin.getWorkspace().removeResourceChangeListener(projectListener);
    if (tracker != null) {
      tracker.stop();
    }
    history.follow(Optional.empty());
    detach();
    super.dispose();
  }
}
