/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.response;

import org.osgi.annotation.versioning.ConsumerType;
import org.recourse.dosimetry.dvh.Dvh;

/**
 * A model of complication or tumour control from one histogram of EQD2.
 *
 * <p>Vendors add a model through the extension point {@code
 * org.recourse.radiobiology.doseResponses}. An implementation is stateless and may be called from
 * several threads at once. It does not touch files, preferences or the user interface, and it takes
 * no longer than a few milliseconds.
 *
 * @since 1.0
 */
@ConsumerType
public interface DoseResponse {

  /** Describes the model; always the same. */
  DoseResponseDescription description();

  /**
   * Returns the response to a histogram.
   *
   * @param eqd2Dvh EQD2 at the alpha/beta of the description, summed by its convention
   */
  ResponseValue respond(Dvh eqd2Dvh);
}
