/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows whether the user wants a server and where it is. Published as a service; of several the one
 * with the highest ranking that has settings is used.
 *
 * @since 1.0
 */
@ConsumerType
public interface RemoteSettingsSource {

  /**
   * Returns the settings in force.
   *
   * @return empty if no server is wanted
   * @throws IllegalArgumentException if what the user entered makes no settings; the message is a
   *     sentence without a full stop
   */
  Optional<RemoteSettings> settings();
}
