/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.internal.services;

import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.recourse.assistant.check.PlanCheckCatalogue;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.risk.RiskCatalogue;
import org.recourse.ui.editor.PlanPageFactory;

/**
 * What a plan editor needs from other bundles. Immutable; declarative services make a new one when
 * a page factory comes or goes, and an open editor keeps the one it was opened with.
 */
@Component(service = EditorServices.class)
public final class EditorServices {

  private final SharedExecutor executor;
  private final RiskCatalogue catalogue;
  private final ProtocolCatalogue protocols;
  private final PlanCheckCatalogue checks;
  private final List<PlanPageFactory> pages;

  @Activate
  public EditorServices(
      @Reference SharedExecutor executor,
      @Reference RiskCatalogue catalogue,
      @Reference ProtocolCatalogue protocols,
      @Reference PlanCheckCatalogue checks,
      @Reference(policyOption = ReferencePolicyOption.GREEDY) List<PlanPageFactory> pages) {
    this.executor = executor;
    this.catalogue = catalogue;
    this.protocols = protocols;
    this.checks = checks;
    this.pages = pages.stream().sorted(Comparator.comparingInt(PlanPageFactory::order)).toList();
  }

  public SliceExecutor executor() {
    return executor.slices();
  }

  public RiskCatalogue catalogue() {
    return catalogue;
  }

  /** The protocols that are installed. */
  public ProtocolCatalogue protocols() {
    return protocols;
  }

  /** The plan checks that are installed. */
  public PlanCheckCatalogue checks() {
    return checks;
  }

  /** The pages of other bundles in ascending order. */
  public List<PlanPageFactory> pages() {
    return pages;
  }
}
