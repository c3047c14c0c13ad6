/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.editor;

/**
 * The tabs of a plan editor; the editor adapts to it. UI thread only.
 *
 * <p>A view that leads to a place on the slices brings the page to the front with {@code
 * Adapters.adapt(editor, PlanPages.class).showPage("View")}.
 */
@FunctionalInterface
public interface PlanPages {

  /** Shows the page with this title, if there is one. */
  void showPage(String title);
}
