/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.engine;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Says which engine is tried before all others, such as the server of a department. Published as a
 * service by who knows the wish of the user; without one the built-in order holds. The other
 * engines stay behind it, so a wish that cannot be fulfilled becomes a finding of the loaded model.
 *
 * <p>An implementation answers at once: it is asked whenever a model is loaded.
 *
 * @since 1.0
 */
@ConsumerType
public interface EngineChoice {

  /** Returns the id of the engine to try first; one that is not installed changes nothing. */
  Optional<String> preferredEngineId();
}
