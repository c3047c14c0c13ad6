/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.recourse.assistant.numbers.DerivedNumber;
import org.recourse.assistant.numbers.ShownNumbers;
import org.recourse.risk.RiskAssessment;
import org.recourse.ui.session.CaseSession;
import org.recourse.ui.session.ShownBands;
import org.recourse.ui.view.NumbersView;
import org.recourse.ui.widget.WidgetId;

/** The risk models with value, interval and reasons, or the sentence why one does not apply. */
public final class RisksView extends NumbersView {

  /** Id in the plugin.xml. */
  public static final String ID = "org.recourse.ui.views.risks";

  private final List<RiskBlock> blocks = new ArrayList<>();
  private ScrolledComposite scroll;
  private Composite list;
  private Text details;
  private String selectedModel = "";
  private boolean withBands;
  private boolean detailsGrey;

  @Override
  protected Control createContent(Composite parent) {
    SashForm area = new SashForm(parent, SWT.VERTICAL);
    scroll = new ScrolledComposite(area, SWT.V_SCROLL);
    scroll.setExpandHorizontal(true);
    scroll.setExpandVertical(true);
    list = WidgetId.mark(new Composite(scroll, SWT.NONE), "risks.list");
    var layout = new GridLayout();
    layout.marginWidth = 0;
    list.setLayout(layout);
    scroll.setContent(list);
    scroll.addControlListener(ControlListener.controlResizedAdapter(e -> fit()));
    details = new Text(area, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
    WidgetId.mark(details, "risks.details");
    details.setMessage("Select a model to see what it is made of.");
    area.setWeights(3, 2);
    area.addControlListener(ControlListener.controlResizedAdapter(e -> share(area)));
    return area;
  }

  /** Gives the list the height it needs and the details the rest, but at least a fifth. */
  private void share(SashForm area) {
    int height = area.getClientArea().height;
    int needed = list.computeSize(area.getClientArea().width, SWT.DEFAULT).y;
    if (height > 0 && !blocks.isEmpty()) {
      int share = Math.min(needed, height * 4 / 5);
      area.setWeights(share, height - share);
    }
  }

  /** The list is as wide as the view and as high as its wrapped texts need. */
  private void fit() {
    int width = scroll.getClientArea().width;
    scroll.setMinHeight(list.computeSize(width, SWT.DEFAULT).y);
    list.layout(false, true);
  }

  @Override
  protected Set<DerivedNumber> shows() {
    return Set.of(DerivedNumber.CLOSED_FORM_RISKS, DerivedNumber.NETWORK_RISKS);
  }

  @Override
  protected Set<DerivedNumber> looksAt() {
    return Set.of(
        DerivedNumber.CLOSED_FORM_RISKS, DerivedNumber.NETWORK_RISKS, DerivedNumber.BANDS);
  }

  @Override
  protected void showNumbers(CaseSession session, ShownNumbers shown) {
    setTitleText("Published models, value [95 % interval]");
    List<RiskAssessment> rows =
        shown.risks().stream().map(ShownNumbers.ShownRisk::assessment).toList();
    List<String> ids = rows.stream().map(row -> row.model().id()).toList();
    boolean moved = !ids.equals(blocks.stream().map(block -> block.shown().model().id()).toList());
    if (moved) {
      clear();
      rows.forEach(row -> blocks.add(new RiskBlock(list, row, this::choose)));
      share((SashForm) scroll.getParent());
    }
    Optional<ShownBands> bands =
        shown.of(DerivedNumber.NETWORK_RISKS).flatMap(of -> ShownBands.of(session, of));
    for (int i = 0; i < rows.size(); i++) {
      moved |= blocks.get(i).show(rows.get(i), bands);
    }
    if (bands.isPresent() != withBands) { // the blocks have become higher
      withBands = bands.isPresent();
      share((SashForm) scroll.getParent());
    }
    if (moved) {
      fit();
    }
    rows.stream()
        .filter(row -> row.model().id().equals(selectedModel))
        .findFirst()
        .or(() -> rows.stream().findFirst()) // so that the details are never empty
        .ifPresent(this::choose);
  }

  private void choose(RiskAssessment row) {
    selectedModel = row.model().id();
    blocks.forEach(block -> block.setSelected(block.shown().equals(row)));
    String text = RiskText.details(row);
    if (!details.getText().equals(text)) {
      details.setText(text);
    }
  }

  /** Each model is black as soon as its own number is current. */
  @Override
  protected void setStale(boolean stale) {
    ShownNumbers shown = shown();
    Set<String> current =
        shown.risks().stream()
            .filter(shown::isCurrent)
            .map(risk -> risk.assessment().model().id())
            .collect(Collectors.toSet());
    blocks.forEach(block -> block.setStale(!current.contains(block.shown().model().id())));
    boolean grey = !current.contains(selectedModel);
    if (detailsGrey != grey) { // colours cost a restyling of the window
      detailsGrey = grey;
      details.setForeground(
          grey
              ? details.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND)
              : list.getForeground());
    }
  }

  @Override
  protected void clear() {
    blocks.forEach(RiskBlock::dispose);
    blocks.clear();
    details.setText("");
  }
}
