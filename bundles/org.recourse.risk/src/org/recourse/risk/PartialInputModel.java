/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A risk model that can be asked as if only some of its inputs were known, so that their shares can
 * be computed.
 *
 * @since 1.0
 */
@ConsumerType
public interface PartialInputModel extends RiskModel {

  /** Returns the groups of its inputs in words, such as "T1C image" or "dose". */
  List<String> inputGroups();

  /**
   * Returns those of the groups that are clinical facts of the patient, such as "age" or "sex";
   * none if the model takes none.
   */
  default List<String> clinicalGroups() {
    return List.of();
  }

  /**
   * Returns the score with only these groups known. An image or a clinical fact that is not known
   * counts as that of the typical patient of the training, a dose that is not known as no dose.
   *
   * @param input as for {@link #assess}
   * @param known groups of {@link #inputGroups()}
   * @param monitor progress and cancellation
   * @return empty where the model would give no number at all
   */
  OptionalDouble scoreKnowing(RiskInput input, Set<String> known, IProgressMonitor monitor);
}
