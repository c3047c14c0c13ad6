/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.registry;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.recourse.grid.parallel.TimeLimitedCall;

/**
 * A call of code of a vendor that can be left behind when it hangs; what goes wrong in it becomes a
 * sentence. Immutable.
 *
 * @param name what runs, for the name of the thread
 * @param limit time after which it is given up
 */
record VendorCall(String name, Duration limit) {

  /**
   * Returns the result of the work.
   *
   * @throws VendorException if it threw anything or took too long
   * @throws OperationCanceledException if {@code monitor} was cancelled
   */
  <T> T call(TimeLimitedCall.Work<T> work, IProgressMonitor monitor) throws VendorException {
    try {
      return TimeLimitedCall.call(work, name, limit, monitor);
    } catch (TimeoutException e) {
      throw new VendorException("It took longer than " + limit.toMillis() / 1000.0 + " s.", e);
    } catch (ExecutionException e) {
      throw new VendorException("It ended with " + e.getCause() + ".", e.getCause());
    }
  }
}
