/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.emf.common.command.CommandStackListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IGotoMarker;
import org.eclipse.ui.ide.ResourceUtil;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.eclipse.ui.statushandlers.StatusManager;
import org.recourse.model.edit.CaseEditing;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.editor.PlanPages;
import org.recourse.ui.internal.problems.CaseMarkers;
import org.recourse.ui.internal.problems.GotoProblem;
import org.recourse.ui.internal.services.EditorServices;
import org.recourse.ui.internal.services.ServiceLookup;
import org.recourse.ui.internal.session.LoadCaseJob;
import org.recourse.ui.internal.session.LoadedCase;
import org.recourse.ui.internal.session.SessionStart;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.widget.WidgetId;

/**
 * Edits one case. While the voxels are being read it shows a calm page with a way to cancel; then
 * it offers its {@link CaseSession} as an adapter and fires {@link #PROP_SESSION}.
 */
public final class PlanEditor extends MultiPageEditorPart {

  /** Id in the plugin.xml. */
  public static final String ID = "org.recourse.ui.planEditor";

  /** Property that is fired when the session begins or ends. */
  public static final int PROP_SESSION = 0x7001;

  private final List<PlanPage> pages = new ArrayList<>();
  private final CommandStackListener editListener = event -> edited();
  private final CaseFileWatch fileWatch = new CaseFileWatch(this);

  private IFile file;
  private EditorServices services;
  private LoadingPage loadingPage;
  private Optional<Job> loading = Optional.empty();
  private Optional<CaseSession> session = Optional.empty();
  private Optional<CaseMarkers> markers = Optional.empty();

  @Override
  public void init(IEditorSite site, IEditorInput input) throws PartInitException {
    super.init(site, input);
    file = ResourceUtil.getFile(input);
    if (file == null || file.getLocation() == null) {
      throw new PartInitException(
          "This file is not part of a case project. Use File > Open Case on its folder.");
    }
    services =
        ServiceLookup.find(EditorServices.class)
            .orElseThrow(
                () ->
                    new PartInitException(
                        "The plan editor is not complete: the risk models or the dose services"
                            + " are not installed. See Help > About > Installation Details."));
    setPartName(file.getProject().getName());
    setTitleToolTip(file.getLocation().toOSString());
  }

  @Override
  protected void createPages() {
    fileWatch.start();
    openLoadingPage();
  }

  private void openLoadingPage() {
    loadingPage = new LoadingPage(getContainer(), file.getProject().getName());
    loadingPage.onCancel(() -> loading.ifPresent(Job::cancel));
    loadingPage.onRetry(this::load);
    setPageText(addPage(loadingPage.control()), "Opening");
    load();
  }

  /** Reads the case anew and drops all edits that were not saved. */
  void reload() {
    endSession();
    while (getPageCount() > 0) {
      removePage(0);
    }
    pages.clear();
    openLoadingPage();
    setActivePage(0);
  }

  private void load() {
    Display display = getContainer().getDisplay();
    loadingPage.showLoading();
    Path folder = file.getLocation().toPath().getParent();
    Job job =
        new LoadCaseJob(
            folder, services.executor(), loaded -> onDisplay(display, () -> caseLoaded(loaded)));
    job.addJobChangeListener(
        new JobChangeAdapter() {
          @Override
          public void done(IJobChangeEvent event) {
            if (!event.getResult().isOK()) {
              onDisplay(display, () -> loadingFailed(event.getResult()));
            }
          }
        });
    loading = Optional.of(job);
    job.schedule();
  }

  private void onDisplay(Display display, Runnable task) {
    if (!display.isDisposed()) {
      display.asyncExec(
          () -> {
            if (getContainer() != null && !getContainer().isDisposed()) {
              task.run();
            }
          });
    }
  }

  private void loadingFailed(IStatus status) {
    if (status.getSeverity() == IStatus.CANCEL) {
      loadingPage.showFailure("Opening was cancelled.");
    } else {
      loadingPage.showFailure(status.getMessage());
    }
  }

  private void caseLoaded(LoadedCase loaded) {
    loading = Optional.empty();
    CaseSession started = SessionStart.of(file, loaded, services, getContainer().getDisplay());
    session = Optional.of(started);
    started.editingDomain().getCommandStack().addCommandStackListener(editListener);
    new EditorPages(started, services.pages()).addTo(this::addPlanPage, getContainer());
    removePage(0); // the loading page
    setActivePage(0);
    markers = Optional.of(new CaseMarkers(started, services.checks(), getContainer().getDisplay()));
    markers.get().start();
    firePropertyChange(PROP_SESSION);
  }

  private void addPlanPage(String title, PlanPage page) {
    setPageText(addPage(page.control()), title);
    pages.add(page);
  }

  private void edited() {
    firePropertyChange(PROP_DIRTY);
  }

  @Override
  public boolean isDirty() {
    return session.map(CaseSession::editingDomain).filter(CaseEditing::isDirty).isPresent();
  }

  @Override
  public void doSave(IProgressMonitor monitor) {
    if (session.isEmpty()) {
      return;
    }
    IStatus status = fileWatch.withOwnChange(() -> new CaseSaving(session.get()).save(monitor));
    if (status.isOK()) {
      firePropertyChange(PROP_DIRTY);
    } else {
      monitor.setCanceled(true); // a case that is not saved must not be closed
      StatusManager.getManager().handle(status, StatusManager.SHOW | StatusManager.LOG);
    }
  }

  @Override
  public void doSaveAs() {
    StatusManager.getManager()
        .handle(
            Status.info("A case is copied with its folder: copy the project in the Case Explorer."),
            StatusManager.SHOW);
  }

  @Override
  public boolean isSaveAsAllowed() {
    return false;
  }

  @Override
  public void setFocus() {
    int active = getActivePage();
    if (active >= 0 && active < pages.size()) {
      pages.get(active).setFocus();
    } else {
      super.setFocus();
    }
  }

  /** Shows the page with this title, if there is one. */
  public void showPage(String title) {
    for (int i = 0; i < getPageCount(); i++) {
      if (getPageText(i).equals(title)) {
        setActivePage(i);
        setFocus();
      }
    }
  }

  IFile file() {
    return file;
  }

  @Override
  public <T> T getAdapter(Class<T> adapter) {
    if (adapter == CaseSession.class) {
      return adapter.cast(session.orElse(null)); // the platform's sign for "not adaptable"
    }
    if (adapter == PlanPages.class) {
      return adapter.cast((PlanPages) this::showPage);
    }
    if (adapter == IGotoMarker.class) {
      return adapter.cast(new GotoProblem(this::showPage));
    }
    return super.getAdapter(adapter);
  }

  private void endSession() {
    loading.ifPresent(Job::cancel);
    markers.ifPresent(CaseMarkers::stop);
    markers = Optional.empty();
    Optional<CaseSession> ended = session;
    session = Optional.empty();
    if (ended.isPresent()) {
      ended.get().editingDomain().getCommandStack().removeCommandStackListener(editListener);
      ended.get().planWatch().close();
      firePropertyChange(PROP_SESSION);
    }
  }

  @Override
  public void dispose() {
    fileWatch.stop();
    endSession();
    super.dispose();
  }

  @Override
  protected Composite createPageContainer(Composite parent) {
    Composite container = super.createPageContainer(parent);
    return WidgetId.mark(container, "planEditor");
  }
}
