/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Support for tests: assertions on numbers with a reason for their tolerance, and the way to data
 * that is not part of the checkout. Without windows and without the rest of ReCourse, so that tests
 * of every bundle can use it.
 */
package org.recourse.testing;
