/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import org.eclipse.swt.widgets.Composite;
import org.osgi.service.component.annotations.Component;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.editor.PlanPageFactory;
import org.recourse.ui.session.CaseSession;

/** Adds the page "Align images" to the plan editor. Stateless. */
@Component
public final class AlignPageFactory implements PlanPageFactory {

  private static final int AFTER_REGISTRATIONS = 610;

  @Override
  public String title() {
    return "Align images";
  }

  @Override
  public int order() {
    return AFTER_REGISTRATIONS;
  }

  @Override
  public PlanPage create(Composite parent, CaseSession session) {
    return new AlignPage(parent, session);
  }
}
