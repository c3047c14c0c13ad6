/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.editor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.eclipse.swt.widgets.Composite;
import org.recourse.ui.editor.PlanPage;
import org.recourse.ui.editor.PlanPageFactory;
import org.recourse.ui.session.CaseSession;

/** Puts the contributed pages and those of the editor itself into one order. */
final class EditorPages {

  /** A page of the editor itself, described like a contributed one. */
  private record OwnPage(
      String title, int order, BiFunction<Composite, CaseSession, PlanPage> maker)
      implements PlanPageFactory {

    @Override
    public PlanPage create(Composite parent, CaseSession session) {
      return maker.apply(parent, session);
    }
  }

  private static final List<PlanPageFactory> OWN_PAGES =
      List.of(
          new OwnPage("Prescription", 200, PrescriptionPage::new),
          new OwnPage("Structures", 400, StructuresPage::new),
          new OwnPage("Registrations", 600, RegistrationsPage::new));

  private final CaseSession session;
  private final List<PlanPageFactory> factories;

  EditorPages(CaseSession session, List<PlanPageFactory> contributed) {
    this.session = Objects.requireNonNull(session, "session");
    factories = new ArrayList<>(contributed);
    factories.addAll(OWN_PAGES);
    factories.sort(Comparator.comparingInt(PlanPageFactory::order));
  }

  void addTo(BiConsumer<String, PlanPage> editor, Composite container) {
    for (PlanPageFactory factory : factories) {
      editor.accept(factory.title(), factory.create(container, session));
    }
  }
}
