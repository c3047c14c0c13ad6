/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote;

import java.util.Objects;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.recourse.inference.engine.EngineChoice;

/** Prefers the server as long as the user wants one. Immutable and thread-safe. */
@Component
public final class RemoteChoice implements EngineChoice {

  private final RemoteSettingsSource source;

  @Activate
  public RemoteChoice() {
    this(new FrameworkSettings());
  }

  RemoteChoice(RemoteSettingsSource source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  @Override
  public Optional<String> preferredEngineId() {
    try {
      return source.settings().map(settings -> RemoteEngine.ID);
    } catch (IllegalArgumentException e) {
      return Optional.of(RemoteEngine.ID); // it then says what is wrong with the settings
    }
  }
}
