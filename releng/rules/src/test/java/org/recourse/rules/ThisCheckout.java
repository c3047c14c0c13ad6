/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.rules;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the checkout under test lies. */
final class ThisCheckout {

  private ThisCheckout() {}

  /** Returns the folder that the build names, else the first one above with {@code bundles}. */
  static Checkout find() {
    String named = System.getProperty("recourse.root", "");
    if (!named.isBlank()) {
      return new Checkout(Path.of(named).normalize());
    }
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("bundles"))) {
      folder = folder.getParent();
    }
    return new Checkout(folder);
  }
}
