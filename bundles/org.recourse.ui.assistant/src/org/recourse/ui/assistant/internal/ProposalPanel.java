/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.recourse.grid.finding.Finding;
import org.recourse.report.content.ConsideredProposal;
import org.recourse.tuning.proposal.Proposal;
import org.recourse.tuning.proposal.Proposals;
import org.recourse.tuning.proposal.WhyNotLower;
import org.recourse.ui.widget.WidgetId;

/**
 * Proposals as cards, and why the risk cannot fall further. Keeps what became of every proposal for
 * the report. UI thread only.
 */
final class ProposalPanel {

  /** What the panel asks for. */
  interface Host extends ProposalCard.Host {
    void search();

    void stop();

    void resized();
  }

  private static final int MOST_CARDS = 8;

  private final Composite area;
  private final Host host;
  private final Button search;
  private final Button stop;
  private final Button why;
  private final Label status;
  private final Label limits;
  private final Composite cards;
  private final List<ProposalCard> shown = new ArrayList<>();
  private final Map<String, ConsideredProposal> considered = new LinkedHashMap<>();
  private final Set<Proposal> told = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Proposal> dismissed = Collections.newSetFromMap(new IdentityHashMap<>());
  private Optional<Proposals> found = Optional.empty();

  ProposalPanel(Composite parent, Host host) {
    this.host = host;
    area = new Composite(parent, SWT.NONE);
    var layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    area.setLayout(layout);
    Composite buttons = new Composite(area, SWT.NONE);
    var row = new RowLayout();
    row.marginLeft = 0;
    buttons.setLayout(row);
    search = button(buttons, "Search for Proposals", "assistant.search");
    search.setToolTipText(
        "Searches for deliverable changes that lower a risk (Ctrl+Shift+K); the plan stays");
    search.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> host.search()));
    stop = button(buttons, "Stop", "assistant.stop");
    stop.setToolTipText("Ends the search; what was found until now stays");
    stop.setEnabled(false);
    stop.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> host.stop()));
    why = button(buttons, "Why Not Lower?", "assistant.whyNotLower");
    why.setToolTipText("Names the checks that stand in the way (Ctrl+Shift+L)");
    why.addSelectionListener(SelectionListener.widgetSelectedAdapter(e -> showLimits()));
    status = label("assistant.proposals.status");
    limits = label("assistant.proposals.limits");
    cards = WidgetId.mark(new Composite(area, SWT.NONE), "assistant.proposals");
    cards.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    var cardLayout = new GridLayout();
    cardLayout.marginWidth = 0;
    cardLayout.marginHeight = 0;
    cards.setLayout(cardLayout);
    say("No proposals were searched for yet.");
  }

  private static Button button(Composite parent, String text, String id) {
    Button button = WidgetId.mark(new Button(parent, SWT.PUSH), id);
    button.setText(text);
    return button;
  }

  private Label label(String id) {
    Label label = WidgetId.mark(new Label(area, SWT.WRAP), id);
    label.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    return label;
  }

  Composite control() {
    return area;
  }

  /** Says what is going on in the place of cards. */
  void say(String text) {
    status.setText(text);
    limits.setText("");
    ((GridData) limits.getLayoutData()).exclude = true;
    host.resized();
  }

  void setSearching(boolean searching) {
    search.setEnabled(!searching);
    stop.setEnabled(searching);
    if (searching) {
      told.clear();
      say("Searching; the plan can be edited meanwhile, which ends the search.");
    }
  }

  /** Shows what a search found until now and goes on; cards that are there stay. */
  void showSoFar(Proposals proposals) {
    if (area.isDisposed()) {
      return;
    }
    showCards(proposals);
    status.setText( // what stands in the way may be shown already, so it stays
        proposals.acceptable().size()
            + " of "
            + proposals.ranked().size()
            + " proposals passed every check until now. Fluence is being optimised for more, which"
            + " takes some seconds each; the plan can be edited meanwhile, which ends the search.");
    host.resized();
  }

  /** The user stopped the search before there was anything to show. */
  void stopped() {
    setSearching(false);
    say("The search was stopped before anything was found.");
  }

  void show(Proposals proposals) {
    showCards(proposals);
    List<String> sentences = new ArrayList<>();
    int acceptable = proposals.acceptable().size();
    sentences.add(
        proposals.ranked().isEmpty()
            ? "No proposal was found."
            : acceptable
                + " of "
                + proposals.ranked().size()
                + " proposals passed every check"
                + (proposals.ranked().size() > MOST_CARDS
                    ? "; the best " + MOST_CARDS + " are shown."
                    : "."));
    proposals.findings().stream().map(Finding::text).forEach(sentences::add);
    say(String.join(" ", sentences));
  }

  /** Cards in the order of the proposals; a card that is there already is kept. */
  private void showCards(Proposals proposals) {
    found = Optional.of(proposals);
    List<Proposal> wanted = new ArrayList<>();
    for (Proposal proposal : proposals.ranked()) {
      if (told.add(proposal)) {
        mark(proposal, proposal.acceptable() ? "offered" : "refused");
      }
      if (wanted.size() < MOST_CARDS && !dismissed.contains(proposal)) {
        wanted.add(proposal);
      }
    }
    Map<Proposal, ProposalCard> known = new IdentityHashMap<>();
    shown.forEach(card -> known.put(card.proposal(), card));
    shown.clear();
    for (Proposal proposal : wanted) {
      ProposalCard there = known.remove(proposal);
      // null: this proposal has no card yet
      ProposalCard card = there == null ? new ProposalCard(cards, proposal, host) : there;
      card.moveToEnd();
      shown.add(card);
    }
    known.values().forEach(ProposalCard::dispose);
  }

  /** Adds a proposal of the user, judged like any other. */
  void add(Proposal proposal) {
    mark(proposal, proposal.acceptable() ? "offered" : "refused");
    var card = new ProposalCard(cards, proposal, host);
    card.moveToTop();
    shown.add(card);
    host.resized();
  }

  /** Names what stands in the way, or says that a search must come first. */
  void showLimits() {
    String text =
        found
            .map(Proposals::limits)
            .filter(all -> !all.isEmpty())
            .map(all -> String.join("\n", all.stream().map(WhyNotLower::sentence).toList()))
            .orElse(
                found.isPresent()
                    ? "No model gives a number that the plan can change, so nothing binds it."
                    : "Search for proposals first; the search finds what binds.");
    limits.setText(text);
    ((GridData) limits.getLayoutData()).exclude = false;
    host.resized();
  }

  /** The plan was edited or undone: cards are for the revision they were made for. */
  void setRevision(long revision) {
    shown.forEach(card -> card.setCurrent(card.proposal().revision() == revision));
  }

  /** Ends every preview that a button holds, except that of one proposal. */
  void unpinOthers(Optional<Proposal> kept) {
    shown.stream()
        .filter(card -> kept.filter(card.proposal()::equals).isEmpty())
        .forEach(ProposalCard::unpin);
  }

  /** Tells whether a preview is held by its button. */
  boolean isPinned(Proposal proposal) {
    return shown.stream().anyMatch(card -> card.proposal() == proposal && card.isPinned());
  }

  void dismiss(Proposal proposal) {
    mark(proposal, "dismissed");
    dismissed.add(proposal);
    shown.stream()
        .filter(card -> card.proposal() == proposal)
        .findFirst()
        .ifPresent(
            card -> {
              card.dispose();
              shown.remove(card);
              host.resized();
            });
  }

  void mark(Proposal proposal, String standing) {
    considered.put(
        proposal.revision() + "/" + proposal.id(), ProposalWords.considered(proposal, standing));
  }

  /** Returns what became of every proposal of this session, in the order in which they came. */
  List<ConsideredProposal> considered() {
    return List.copyOf(considered.values());
  }

  /** Gives the keyboard to the first button. */
  void focus() {
    search.setFocus();
  }

  void clear() {
    clearCards();
    considered.clear();
    told.clear();
    dismissed.clear();
    found = Optional.empty();
    say("No proposals were searched for yet.");
  }

  private void clearCards() {
    shown.forEach(ProposalCard::dispose);
    shown.clear();
  }
}
