/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.inference.internal;

import org.osgi.service.component.annotations.Component;
import org.recourse.inference.prediction.DemonstrationOutput;

/** Gives the risk models the switch of the preference page. Stateless and thread-safe. */
@Component
public final class DemonstrationSwitch implements DemonstrationOutput {

  @Override
  public boolean isOn() {
    return InferencePreferences.ofWorkspace().demonstration();
  }
}
