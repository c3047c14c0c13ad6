/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.clinical.internal.ledger;

import org.eclipse.swt.widgets.Composite;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.editor.PlanPageFactory;
import org.recourse.ui.session.CaseSession;

/** Adds the page "Ledger" to the plan editor. Immutable. */
@Component
public final class LedgerPageFactory implements PlanPageFactory {

  /** Title of the tab. */
  public static final String TITLE = "Ledger";

  private static final int BETWEEN_STRUCTURES_AND_COURSES = 450;

  private final ProtocolCatalogue protocols;

  @Activate
  public LedgerPageFactory(@Reference ProtocolCatalogue protocols) {
    this.protocols = protocols;
  }

  @Override
  public String title() {
    return TITLE;
  }

  @Override
  public int order() {
    return BETWEEN_STRUCTURES_AND_COURSES;
  }

  @Override
  public PlanPage create(Composite parent, CaseSession session) {
    return new LedgerPage(parent, session, protocols);
  }
}
