/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.extraction;

import org.eclipse.core.runtime.IProgressMonitor;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.ExtractionResult;

/** Turns an image with its region into features. Implementations are thread-safe. */
public interface RegionFeatures {

  /** Returns whether features are taken from a sequence, such as {@code T1C}. */
  boolean takes(String sequence);

  /**
   * @param executor of one thread
   * @throws CaseFailure if they cannot be had; the other patients go on
   * @throws IllegalArgumentException if image and region do not fit; the other images go on
   */
  ExtractionResult of(ImagedRegion region, SliceExecutor executor, IProgressMonitor monitor)
      throws CaseFailure;

  /** Returns a text that changes when other numbers are made; part of what is resumed. */
  String fingerprint();
}
