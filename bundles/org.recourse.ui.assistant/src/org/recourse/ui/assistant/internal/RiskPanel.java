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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.recourse.assistant.numbers.ShownNumbers;
import org.recourse.risk.RiskAssessment;
import org.recourse.ui.widget.PaintedText;
import org.recourse.ui.widget.SwtMetrics;
import org.recourse.ui.widget.WidgetId;

/** Every installed model, with the chart of the last edits below. UI thread only. */
final class RiskPanel {

  private static final int CHART_LINES = 7;

  private final Composite area;
  private final Composite list;
  private final PaintedText disagreement;
  private final HistoryChart chart;
  private final RiskHistory history = new RiskHistory();
  private final List<RiskLine> lines = new ArrayList<>();

  RiskPanel(Composite parent) {
    area = new Composite(parent, SWT.NONE);
    var layout = new GridLayout();
    layout.marginWidth = 0;
    layout.marginHeight = 0;
    area.setLayout(layout);
    list = WidgetId.mark(new Composite(area, SWT.NONE), "assistant.risks");
    list.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    var listLayout = new GridLayout();
    listLayout.marginWidth = 0;
    listLayout.marginHeight = 0;
    listLayout.verticalSpacing = 2;
    list.setLayout(listLayout);
    disagreement = WidgetId.mark(new PaintedText(area), "assistant.disagreement");
    disagreement.setLayoutData(new GridData(SWT.FILL, SWT.BEGINNING, true, false));
    chart = new HistoryChart(area);
    var data = new GridData(SWT.FILL, SWT.BEGINNING, true, false);
    data.heightHint = CHART_LINES * 2 * SwtMetrics.averageCharacterWidth(area) + 30;
    chart.control().setLayoutData(data);
  }

  Composite control() {
    return area;
  }

  /** Keeps the newest answers for the change by the next edit. */
  void remember(ShownNumbers shown) {
    history.add(shown);
  }

  /** Shows the newest answers; returns whether they take more or less room than before. */
  boolean show(ShownNumbers shown) {
    history.add(shown);
    List<RiskAssessment> risks =
        shown.risks().stream().map(ShownNumbers.ShownRisk::assessment).toList();
    List<String> ids = risks.stream().map(risk -> risk.model().id()).toList();
    boolean others = !ids.equals(lines.stream().map(RiskLine::modelId).toList());
    if (others) {
      lines.forEach(RiskLine::dispose);
      lines.clear();
      risks.forEach(risk -> lines.add(new RiskLine(list, risk)));
    }
    List<String> charted = List.copyOf(history.models().keySet());
    boolean moved = others;
    for (int i = 0; i < risks.size(); i++) {
      if (others || shown.isCurrent(shown.risks().get(i))) { // the rest stays as it was
        String id = risks.get(i).model().id();
        int line = charted.indexOf(id);
        Optional<RGB> colour = line < 0 ? Optional.empty() : Optional.of(HistoryChart.colour(line));
        moved |= lines.get(i).show(risks.get(i), history.change(id), colour);
      }
    }
    moved |= showDisagreements(RiskSigns.disagreements(risks));
    chart.show(history);
    return moved;
  }

  private boolean showDisagreements(List<String> sentences) {
    disagreement.setText(sentences.isEmpty() ? "" : "≠ " + String.join("\n≠ ", sentences));
    boolean cameOrWent = disagreement.getVisible() == sentences.isEmpty();
    ((GridData) disagreement.getLayoutData()).exclude = sentences.isEmpty();
    disagreement.setVisible(!sentences.isEmpty());
    return cameOrWent || !sentences.isEmpty() && disagreement.wantsLayout();
  }

  /** Each model is black as soon as its own number is current. */
  void setStale(ShownNumbers shown) {
    Set<String> current =
        shown.risks().stream()
            .filter(shown::isCurrent)
            .map(risk -> risk.assessment().model().id())
            .collect(Collectors.toSet());
    lines.forEach(line -> line.setStale(!current.contains(line.modelId())));
    boolean stale = current.size() < shown.risks().size();
    chart.setStale(stale);
    disagreement.setGrey(stale);
  }

  void clear() {
    lines.forEach(RiskLine::dispose);
    lines.clear();
    history.clear();
    disagreement.setText("");
    chart.show(history);
  }
}
