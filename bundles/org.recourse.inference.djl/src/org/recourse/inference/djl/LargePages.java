/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.djl;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has PyTorch ask Linux for large pages for its arrays. A training step allocates gigabytes anew,
 * and with pages of 4 KiB the system takes longer to hand them out than the network to compute.
 * PyTorch reads the wish from the environment of the process when it loads, where Java cannot
 * write.
 */
final class LargePages {

  private static final Logger LOG = Logger.getLogger(LargePages.class.getName());
  private static final String SETTING = "THP_MEM_ALLOC_ENABLE";

  private LargePages() {}

  /** The part of the C library that is needed. */
  interface Environment extends Library {

    /** Sets a variable; leaves a value that is there when {@code overwrite} is 0. */
    int setenv(String name, String value, int overwrite);
  }

  /** Asks, before the natives load; a choice of the user stands, and speed is all that is lost. */
  static void ask() {
    if (!Platform.isLinux()) {
      return;
    }
    try {
      if (Native.load("c", Environment.class).setenv(SETTING, "1", 0) != 0) {
        LOG.info(() -> "PyTorch will use small pages: " + SETTING + " cannot be set.");
      }
    } catch (LinkageError e) { // no C library to call
      LOG.log(Level.INFO, "PyTorch will use small pages.", e);
    }
  }
}
