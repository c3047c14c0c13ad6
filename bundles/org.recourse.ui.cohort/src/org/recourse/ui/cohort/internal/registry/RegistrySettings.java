/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.cohort.internal.registry;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.equinox.security.storage.ISecurePreferences;
import org.eclipse.equinox.security.storage.SecurePreferencesFactory;
import org.eclipse.equinox.security.storage.StorageException;
import org.osgi.service.prefs.BackingStoreException;
import org.recourse.outcomes.registry.RegistryAddress;

/**
 * Where the registry is, remembered in the workspace; a password in the secure storage of the
 * platform. Without a setting it is a file in the workspace. Stateless.
 */
final class RegistrySettings {

  private static final String NODE = "org.recourse.ui.cohort";
  private static final String ADDRESS = "registryAddress";
  private static final String USER = "registryUser";
  private static final String CENTRE = "centre";
  private static final String PASSWORD = "password";

  private RegistrySettings() {}

  static String address() {
    return InstanceScope.INSTANCE.getNode(NODE).get(ADDRESS, ownFile().toString());
  }

  static String user() {
    return InstanceScope.INSTANCE.getNode(NODE).get(USER, "");
  }

  static String centre() {
    return InstanceScope.INSTANCE.getNode(NODE).get(CENTRE, "");
  }

  static void keepCentre(String centre) {
    InstanceScope.INSTANCE.getNode(NODE).put(CENTRE, centre);
  }

  private static Path ownFile() {
    return Path.of(Platform.getInstanceLocation().getURL().getPath(), "outcomes", "registry");
  }

  /**
   * Keeps the settings.
   *
   * @param password empty keeps the former one
   */
  static void keep(String address, String user, String password)
      throws BackingStoreException, StorageException {
    var node = InstanceScope.INSTANCE.getNode(NODE);
    node.put(ADDRESS, address);
    node.put(USER, user);
    node.flush();
    if (!password.isEmpty()) {
      secret().put(PASSWORD, password, true);
    }
  }

  /**
   * Returns the address with user and password.
   *
   * @throws IllegalArgumentException if the address is none; the message says why
   * @throws StorageException if the password cannot be read
   */
  static RegistryAddress registry() throws StorageException {
    return switch (RegistryAddress.parse(address())) {
      case RegistryAddress.EmbeddedFile file -> file;
      case RegistryAddress.DepartmentDatabase(var url, var user, var password) ->
          new RegistryAddress.DepartmentDatabase(
              url,
              Optional.of(user()).filter(name -> !name.isEmpty()),
              Optional.of(secret().get(PASSWORD, "")).filter(text -> !text.isEmpty()));
    };
  }

  private static ISecurePreferences secret() {
    return SecurePreferencesFactory.getDefault().node(NODE + "/registry");
  }
}
