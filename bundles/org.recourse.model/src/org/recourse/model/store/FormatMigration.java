/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.store;

import org.w3c.dom.Document;

/**
 * One step from a format version to the next, on the XML of a case. Implementations are named after
 * the step ({@code V1ToV2}), are stateless, have an old file as test, and never change once
 * released.
 */
interface FormatMigration {

  /** Returns the version this step starts from; it ends at the next one. */
  int fromVersion();

  /**
   * Changes the document of a case to the next version; the version itself is set by the caller.
   */
  void migrate(Document document);
}
