/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Constraints of a case, checked with EMF's validation framework on a registry of our own, and said
 * in sentences that a physicist understands: what is wrong, what follows, what to do.
 */
package org.recourse.model.validate;
