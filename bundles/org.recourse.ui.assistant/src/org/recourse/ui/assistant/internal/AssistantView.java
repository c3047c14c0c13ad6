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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.recourse.assistant.numbers.DerivedNumber;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.assistant.numbers.ShownNumbers;
import org.recourse.tuning.proposal.Proposal;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.PlanPreview;
import org.recourse.ui.session.ViewingListener;
import org.recourse.ui.view.NumbersView;
import org.recourse.ui.widget.WidgetId;

/**
 * The Assistant: every risk with its change by the edit in hand, what drives it, proposals that
 * lower it, and the report. Nothing is computed on the UI thread.
 */
public final class AssistantView extends NumbersView {

  /** Id in the plugin.xml. */
  public static final String ID = "org.recourse.ui.views.assistant";

  /** The overlay with the change of the score per Gy. */
  static final String HEAT_OVERLAY = "org.recourse.ui.inference.gradient";

  private static final int REST_MS = 800;

  private final Recording recording = new Recording();
  private FittedPage fitted;
  private Composite page;
  private RiskPanel risks;
  private DriversPanel drivers;
  private ProposalPanel proposals;
  private PreviewPanel preview;
  private NavigatorPanel navigator;
  private Button heat;
  private LatestJob<PlanNumbers, CaseWork.Explained> explaining;
  private LatestJob<CaseWork.Wanted, CaseWork.Found> searching;
  private LatestJob<CaseWork.Asked, Proposal> judging;
  private Optional<String> driver = Optional.empty();
  private volatile Optional<CaseWork> work = Optional.empty();
  private volatile boolean searchWhenKnown;
  private Optional<CaseSession> followed = Optional.empty();

  @Override
  protected Control createContent(Composite parent) {
    fitted = new FittedPage(parent);
    page = fitted.page();
    addButtons();
    risks = new RiskPanel(page);
    fill(risks.control());
    heading("What drives it");
    drivers = new DriversPanel(page);
    fill(drivers.control());
    heading("Proposals");
    proposals = new ProposalPanel(page, new CardHost());
    fill(proposals.control());
    preview = new PreviewPanel(page);
    fill(preview.control());
    preview.show(Optional.empty(), "", Optional.empty());
    heading("Trade-off");
    navigator = new NavigatorPanel(page, this::judge);
    fill(navigator.control());
    makeJobs();
    return fitted.control();
  }

  private void addButtons() {
    Composite buttons = new Composite(page, SWT.NONE);
    var row = new RowLayout();
    row.marginLeft = 0;
    row.marginTop = 0;
    buttons.setLayout(row);
    heat = WidgetId.mark(new Button(buttons, SWT.TOGGLE), "assistant.heat");
    heat.setText("Risk on the Slices");
    heat.setToolTipText(
        "Shows where in the dose the risk comes from, in the place of the wash (Ctrl+Shift+H)");
    heat.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> setHeat(heat.getSelection())));
    Button report = WidgetId.mark(new Button(buttons, SWT.PUSH), "assistant.report");
    report.setText("Report...");
    report.setToolTipText("Writes a report with figures as PDF or HTML (Ctrl+Shift+P)");
    report.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> askAndWriteReport()));
  }

  private void heading(String text) {
    Label label = new Label(page, SWT.NONE);
    label.setText(text);
    label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    fill(label);
  }

  private static void fill(Control control) {
    control.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
  }

  private void makeJobs() {
    explaining =
        new LatestJob<>(
            "What drives the risk",
            page.getDisplay(),
            Job.DECORATE,
            (numbers, monitor) -> work.orElseThrow().explain(numbers, monitor),
            (numbers, explained) -> showDrivers(explained));
    searching =
        new LatestJob<>(
            "Searching for proposals",
            page.getDisplay(),
            Job.LONG,
            this::searchInBackground,
            (wanted, found) -> showProposals(found));
    judging =
        new LatestJob<>(
            "Judging the plan of the sliders",
            page.getDisplay(),
            Job.SHORT,
            (asked, monitor) -> work.orElseThrow().judge(asked, monitor),
            (asked, proposal) -> proposals.add(proposal));
  }

  @Override
  protected Set<DerivedNumber> shows() {
    return Set.of(DerivedNumber.CLOSED_FORM_RISKS, DerivedNumber.NETWORK_RISKS);
  }

  private CaseWork.Found searchInBackground(CaseWork.Wanted wanted, IProgressMonitor monitor) {
    return work.orElseThrow()
        .search(wanted, soFar -> searching.tell(wanted, () -> proposals.showSoFar(soFar)), monitor);
  }

  @Override
  protected void showNumbers(CaseSession session, ShownNumbers shown) {
    setTitleText("Risks of this plan, value [95 % interval]");
    if (risks.show(shown)) {
      fitted.fitLater();
    }
  }

  /** The change by an edit is that from the edit before, also where nobody looked at that one. */
  @Override
  protected void partKnown(ShownNumbers shown) {
    risks.remember(shown);
  }

  /** Whatever is computed, recorded or proposed belongs to one revision, all of it. */
  @Override
  protected void allKnown(CaseSession session, PlanNumbers numbers) {
    if (followed.filter(open -> open == session).isEmpty()) {
      followed = Optional.of(session);
      work = CaseWork.of(session);
      recording.follow(followed);
    }
    proposals.setRevision(numbers.revision());
    recording.numbersShown(numbers, page.getDisplay());
    if (work.isPresent()) {
      explaining.request(numbers, REST_MS);
    } else {
      drivers.say("This installation has no risk models.");
      fitted.fitLater();
    }
    drivers.setStale(isStale());
    if (searchWhenKnown) {
      search();
    }
  }

  private void showDrivers(CaseWork.Explained explained) {
    if (!page.isDisposed()) {
      drivers.show(explained.title(), explained.explanation());
      drivers.setStale(isStale());
      fitted.fitLater();
    }
  }

  private void judge(Map<Integer, Double> weightByBeam) {
    numbers().ifPresent(now -> judging.request(new CaseWork.Asked(now, weightByBeam, driver), 0));
  }

  private void showProposals(CaseWork.Found found) {
    if (!page.isDisposed()) {
      driver = found.driver();
      navigator.show(
          found.navigator(), "The plan has no dose of each beam, so there is nothing to trade.");
      navigator.setCurrent(!isStale());
      proposals.setSearching(false);
      proposals.show(found.proposals());
      followed.ifPresent(open -> proposals.setRevision(open.planWatch().revision()));
      fitted.fitLater();
    }
  }

  /** All numbers of the plan as it is, once they are known. */
  private Optional<PlanNumbers> numbers() {
    return followed.filter(open -> !isStale()).flatMap(open -> open.planWatch().latest());
  }

  private boolean isStale() {
    return followed.filter(open -> open.planWatch().isStale()).isPresent();
  }

  @Override
  protected void setStale(boolean stale) {
    risks.setStale(shown());
    drivers.setStale(stale || isStale());
  }

  /** What was found or is looked for belongs to a plan that is no more. */
  @Override
  protected void planEdited() {
    followed.ifPresent(
        open -> {
          open.viewing().showPreview(Optional.empty());
          proposals.setRevision(open.planWatch().revision());
        });
    proposals.unpinOthers(Optional.empty());
    if (preview.show(Optional.empty(), "", Optional.empty())) {
      fitted.fitLater();
    }
    explaining.drop();
    judging.drop();
    navigator.setCurrent(false);
    if (searching.isAwaited()) {
      searching.drop();
      proposals.setSearching(false);
      proposals.say("The plan was edited, so the search ended. Search again.");
    }
  }

  @Override
  protected void clear() {
    explaining.drop();
    searching.drop();
    judging.drop();
    navigator.clear("A search for proposals makes the plans between which the sliders move.");
    followed.ifPresent(open -> open.viewing().showPreview(Optional.empty()));
    followed = Optional.empty();
    work = Optional.empty();
    searchWhenKnown = false;
    recording.follow(Optional.empty());
    risks.clear();
    proposals.setSearching(false);
    proposals.clear();
    drivers.say("What drives the risk is computed when the plan rests.");
    fitted.fitLater();
  }

  @Override
  protected void viewingChanged(ViewingListener.Aspect aspect) {
    if (aspect == ViewingListener.Aspect.WANTED_OVERLAY) {
      heat.setSelection(
          session()
              .flatMap(open -> open.viewing().wantedOverlay())
              .filter(HEAT_OVERLAY::equals)
              .isPresent());
    }
  }

  void toggleHeat() {
    heat.setSelection(!heat.getSelection());
    setHeat(heat.getSelection());
  }

  private void setHeat(boolean shown) {
    Optional<String> wanted = shown ? Optional.of(HEAT_OVERLAY) : Optional.empty();
    session().ifPresent(open -> open.viewing().wantOverlay(wanted));
  }

  void search() {
    searchWhenKnown = numbers().isEmpty();
    if (searchWhenKnown) {
      proposals.say("The search starts when all numbers of the plan are known.");
    } else if (work.isEmpty()) {
      proposals.say("This installation has no risk models.");
    } else {
      proposals.setSearching(true);
      searching.request(CaseWork.Wanted.of(numbers().orElseThrow(), followed.orElseThrow()), 0);
    }
    fitted.fitLater();
  }

  void whyNotLower() {
    proposals.showLimits();
  }

  void askAndWriteReport() {
    Reporting.askForFile(page.getShell()).ifPresent(this::writeReport);
  }

  /** Writes a report of the plan as it is; its format follows from the ending of the file. */
  void writeReport(Path file) {
    if (numbers().isEmpty()) {
      Reporting.say("The numbers are being computed. Write the report in a moment.");
      return;
    }
    PlanNumbers now = numbers().orElseThrow();
    Reporting.write(
        file, followed.orElseThrow(), now, proposals.considered(), recording.recorder());
  }

  @Override
  public void setFocus() {
    if (followed.isPresent()) {
      proposals.focus();
    } else {
      super.setFocus();
    }
  }

  /** What cards and buttons of the proposals ask for. */
  private final class CardHost implements ProposalPanel.Host {

    @Override
    public void search() {
      AssistantView.this.search();
    }

    @Override
    public void stop() {
      searching.stop(proposals::stopped);
    }

    @Override
    public void resized() {
      if (page != null) { // while the panel is made
        fitted.fitLater();
      }
    }

    @Override
    public void preview(Proposal proposal, boolean shown) {
      boolean show = shown || proposals.isPinned(proposal);
      if (show) {
        proposals.unpinOthers(Optional.of(proposal));
      }
      String title = ProposalWords.title(proposal);
      Optional<PlanNumbers> after = show ? Optional.of(proposal.after()) : Optional.empty();
      Optional<PlanPreview> planned = after.map(numbers -> new PlanPreview(title, numbers));
      followed.ifPresent(open -> open.viewing().showPreview(planned));
      preview.show(numbers(), title, after);
      fitted.fitLater();
    }

    @Override
    public void accept(Proposal proposal) {
      followed.ifPresent(open -> new Accepting(open, proposal, recording, proposals).start());
    }

    @Override
    public void dismiss(Proposal proposal) {
      preview(proposal, false);
      followed.ifPresent(open -> open.viewing().showPreview(Optional.empty()));
      proposals.dismiss(proposal);
    }
  }
}
