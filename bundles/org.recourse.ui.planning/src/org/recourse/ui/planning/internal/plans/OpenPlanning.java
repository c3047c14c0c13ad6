/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.planning.internal.plans;

import java.util.Map;
import java.util.WeakHashMap;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.osgi.service.component.annotations.Component;
import org.recourse.ui.session.CaseSession;

/**
 * Keeps one {@link PlanningState} for each open case; it goes when the case is closed. Used on the
 * UI thread only.
 */
@Component(service = OpenPlanning.class)
public final class OpenPlanning {

  private final Map<EditingDomain, PlanningState> states = new WeakHashMap<>();

  /** The state of a session; made when it is first asked for. */
  public PlanningState of(CaseSession session) {
    return states.computeIfAbsent(session.editingDomain(), domain -> new PlanningState());
  }
}
