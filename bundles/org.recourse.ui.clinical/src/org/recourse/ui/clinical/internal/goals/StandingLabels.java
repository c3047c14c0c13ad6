/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.goals;

import org.eclipse.jface.resource.ColorDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.widgets.Table;
import org.recourse.ui.widget.ToolTipText;

/** The first column: sign, word and colour of a standing; grey while stale. UI thread only. */
final class StandingLabels extends ColumnLabelProvider {

  private static final int MIDDLE_GREY = 3 * 128;

  private final Table table;
  private final LocalResourceManager resources;
  private boolean ownCurrent;
  private boolean publishedCurrent;

  StandingLabels(Table table) {
    this.table = table;
    resources = new LocalResourceManager(JFaceResources.getResources(), table);
  }

  /**
   * Says what is current; returns whether that is new.
   *
   * @param own goals of the case
   * @param published goals of protocols
   */
  boolean setCurrent(boolean own, boolean published) {
    boolean changed = ownCurrent != own || publishedCurrent != published;
    ownCurrent = own;
    publishedCurrent = published;
    return changed;
  }

  @Override
  public String getText(Object row) {
    return GoalStanding.of((GoalRow) row).text();
  }

  @Override
  public String getToolTipText(Object row) {
    return ToolTipText.of(GoalText.toolTip((GoalRow) row));
  }

  @Override
  public Color getForeground(Object row) {
    boolean current = ((GoalRow) row).position().isPresent() ? ownCurrent : publishedCurrent;
    if (!current) {
      return null; // JFace: the colour of the row, which is grey then
    }
    if (((GoalRow) row).isJudgedAtUnfavourableEnd() && ((GoalRow) row).isMovedStale()) {
      return table.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND);
    }
    RGB background = table.getBackground().getRGB();
    boolean dark = background.red + background.green + background.blue < MIDDLE_GREY;
    int rgb = GoalStanding.of((GoalRow) row).rgb(dark);
    return resources.create(
        ColorDescriptor.createFrom(new RGB(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff)));
  }
}
