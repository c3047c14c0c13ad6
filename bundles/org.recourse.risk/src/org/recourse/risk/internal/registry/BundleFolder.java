/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.risk.internal.registry;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import org.eclipse.core.runtime.FileLocator;

/** A folder of an installed bundle as a folder of the file system. */
final class BundleFolder {

  private BundleFolder() {}

  /**
   * Returns the folder; one inside of a jar is unpacked by the platform into its own area.
   *
   * @throws IOException if the bundle has no such folder
   */
  static Path of(String bundle, String folder) throws IOException {
    URL inside = URI.create("platform:/plugin/" + bundle + "/" + folder + "/").toURL();
    URL file = FileLocator.toFileURL(inside);
    if (!file.getProtocol().equals("file")) {
      throw new IOException("the bundle " + bundle + " has no folder " + folder);
    }
    return Path.of(file.getPath()); // not toURI: the platform does not escape spaces
  }
}
