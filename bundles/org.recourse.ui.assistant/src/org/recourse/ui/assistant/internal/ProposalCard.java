/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.assistant.internal;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.MouseTrackListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.recourse.tuning.proposal.Proposal;
import org.recourse.ui.widget.ToolTipText;
import org.recourse.ui.widget.WidgetId;

/**
 * One proposal: what it does, its checks, and buttons. One that failed a check cannot be accepted;
 * the reasons stand on the card. UI thread only.
 */
final class ProposalCard {

  /** What a card asks for. */
  interface Host {
    void preview(Proposal proposal, boolean shown);

    void accept(Proposal proposal);

    void dismiss(Proposal proposal);
  }

  private static final int WATCH_MS = 250;

  private final Composite area;
  private final Proposal proposal;
  private final Host host;
  private final Button preview;
  private final Button accept;
  private boolean hovered;
  private boolean current = true;

  ProposalCard(Composite parent, Proposal proposal, Host host) {
    this.proposal = proposal;
    this.host = host;
    area = WidgetId.mark(new Composite(parent, SWT.BORDER), "assistant.proposal");
    area.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    var layout = new GridLayout();
    layout.verticalSpacing = 2;
    area.setLayout(layout);
    label(ProposalWords.title(proposal), "assistant.proposal.title")
        .setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
    label(
        ProposalWords.unbroken(String.join("\n", ProposalWords.effects(proposal))),
        "assistant.proposal.effects");
    List<String> failed = ProposalWords.failed(proposal);
    String checks =
        failed.isEmpty()
            ? "✓ " + ProposalWords.passed(proposal)
            : "Not acceptable; "
                + ProposalWords.passed(proposal)
                + ":\n"
                + String.join("\n", failed);
    label(checks, "assistant.proposal.checks")
        .setToolTipText(ToolTipText.of(ProposalWords.allChecks(proposal)));
    ProposalWords.unconstrained(proposal)
        .ifPresent(text -> label("△ " + text, "assistant.proposal.organs"));
    Composite buttons = new Composite(area, SWT.NONE);
    var row = new RowLayout();
    row.marginLeft = 0;
    row.marginTop = 0;
    row.marginBottom = 0;
    buttons.setLayout(row);
    preview = button(buttons, SWT.TOGGLE, "Preview", "assistant.proposal.preview");
    preview.setToolTipText("Shows dose, histogram and risks with the change; the plan stays");
    preview.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> host.preview(proposal, isPinned())));
    accept = button(buttons, SWT.PUSH, "Accept", "assistant.proposal.accept");
    accept.setEnabled(proposal.acceptable());
    accept.setToolTipText(
        proposal.acceptable()
            ? "Makes the change as one step that can be undone"
            : "A proposal that failed a check cannot be accepted");
    accept.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> host.accept(proposal)));
    Button dismiss = button(buttons, SWT.PUSH, "Dismiss", "assistant.proposal.dismiss");
    dismiss.setToolTipText("Takes the card away; the report still names it");
    dismiss.addSelectionListener(
        SelectionListener.widgetSelectedAdapter(e -> host.dismiss(proposal)));
    followPointer(area);
  }

  private Label label(String text, String id) {
    Label label = WidgetId.mark(new Label(area, SWT.WRAP), id);
    label.setText(text);
    label.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    return label;
  }

  private static Button button(Composite parent, int style, String text, String id) {
    Button button = WidgetId.mark(new Button(parent, style), id);
    button.setText(text);
    return button;
  }

  Proposal proposal() {
    return proposal;
  }

  /** Tells whether the preview was asked for by its button, so that it stays. */
  boolean isPinned() {
    return preview.getSelection();
  }

  void unpin() {
    preview.setSelection(false);
  }

  /** Puts the card before the others. */
  void moveToTop() {
    area.moveAbove(null); // SWT: null is the top
  }

  /** Puts the card behind the others. */
  void moveToEnd() {
    area.moveBelow(null); // SWT: null is the bottom
  }

  /** The plan was edited: the proposal is for a plan that is no more. */
  void setCurrent(boolean nowCurrent) {
    if (current == nowCurrent) {
      return; // colours cost a restyling of the window
    }
    current = nowCurrent;
    accept.setEnabled(current && proposal.acceptable());
    preview.setEnabled(current);
    for (Control child : area.getChildren()) {
      if (child instanceof Label label) {
        label.setForeground(
            current
                ? null // SWT: null is the colour of the theme
                : area.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
      }
    }
  }

  void dispose() {
    if (hovered) {
      leave();
    }
    area.dispose();
  }

  /** The preview follows the pointer until it leaves the card. */
  private void followPointer(Composite within) {
    var follower =
        MouseTrackListener.mouseEnterAdapter(
            e -> {
              if (!hovered && preview.isEnabled()) {
                hovered = true;
                host.preview(proposal, true);
                watchPointer();
              }
            });
    var leaver =
        MouseTrackListener.mouseExitAdapter(
            e -> {
              if (hovered && !isInside((Control) e.widget, e.x, e.y)) {
                leave();
              }
            });
    addTo(within, follower, leaver);
  }

  /** A card that scrolls or is moved from under a pointer at rest hears nothing of it. */
  private void watchPointer() {
    area.getDisplay()
        .timerExec(
            WATCH_MS,
            () -> {
              if (!area.isDisposed() && hovered) {
                Optional<Control> card = cardUnderPointer();
                if (card.filter(area::equals).isPresent()) {
                  watchPointer();
                } else if (card.isPresent()) {
                  hovered = false; // the preview is that of the other card by now
                } else {
                  leave();
                }
              }
            });
  }

  private Optional<Control> cardUnderPointer() {
    Control at = area.getDisplay().getCursorControl();
    while (at != null && at.getParent() != area.getParent()) { // SWT: null is no control
      at = at.getParent();
    }
    return Optional.ofNullable(at);
  }

  private void leave() {
    hovered = false;
    if (!isPinned()) {
      host.preview(proposal, false);
    }
  }

  private static void addTo(
      Control control, MouseTrackListener follower, MouseTrackListener leaver) {
    control.addMouseTrackListener(follower);
    control.addMouseTrackListener(leaver);
    if (control instanceof Composite composite) {
      for (Control child : composite.getChildren()) {
        addTo(child, follower, leaver);
      }
    }
  }

  private boolean isInside(Control from, int x, int y) {
    Point at = area.toControl(from.toDisplay(x, y));
    return area.getClientArea().contains(at);
  }
}
