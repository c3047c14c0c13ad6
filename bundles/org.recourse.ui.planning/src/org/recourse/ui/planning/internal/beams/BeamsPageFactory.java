/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.beams;

import java.util.Objects;
import org.eclipse.swt.widgets.Composite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.editor.PlanPageFactory;
import org.recourse.ui.planning.internal.plans.OpenPlanning;
import org.recourse.ui.session.CaseSession;

/** Adds the page with the beams. Stateless. */
@Component
public final class BeamsPageFactory implements PlanPageFactory {

  private static final int AFTER_PRESCRIPTION = 300;

  private final OpenPlanning planning;

  @Activate
  public BeamsPageFactory(@Reference OpenPlanning planning) {
    this.planning = Objects.requireNonNull(planning, "planning");
  }

  @Override
  public String title() {
    return "Beams";
  }

  @Override
  public int order() {
    return AFTER_PRESCRIPTION;
  }

  @Override
  public PlanPage create(Composite parent, CaseSession session) {
    return new BeamsPage(parent, session, planning.of(session));
  }
}
