/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.objectives;

import java.util.Objects;
import org.eclipse.swt.widgets.Composite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.editor.PlanPageFactory;
import org.recourse.ui.planning.internal.optimise.PlanningSessions;
import org.recourse.ui.planning.internal.plans.OpenPlanning;
import org.recourse.ui.session.CaseSession;

/** Adds the page with the objectives and the optimiser. Stateless. */
@Component
public final class ObjectivesPageFactory implements PlanPageFactory {

  private static final int AFTER_BEAMS = 310;

  private final OpenPlanning planning;
  private final PlanningSessions sessions;

  @Activate
  public ObjectivesPageFactory(
      @Reference OpenPlanning planning, @Reference PlanningSessions sessions) {
    this.planning = Objects.requireNonNull(planning, "planning");
    this.sessions = Objects.requireNonNull(sessions, "sessions");
  }

  @Override
  public String title() {
    return "Objectives";
  }

  @Override
  public int order() {
    return AFTER_BEAMS;
  }

  @Override
  public PlanPage create(Composite parent, CaseSession session) {
    return new ObjectivesPage(parent, session, planning.of(session), sessions);
  }
}
