/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.registry;

/** Code of a vendor failed or took too long; the message is a sentence without its end. */
final class VendorException extends Exception {

  private static final long serialVersionUID = 1L;

  VendorException(String message, Throwable cause) {
    super(message, cause);
  }
}
