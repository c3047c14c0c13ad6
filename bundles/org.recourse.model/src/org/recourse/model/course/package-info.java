/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What follows from the courses of a case: dates, intervals and summed prescriptions.
 *
 * <p>Nothing here is stored. What is not recorded is an empty {@code Optional}, never a number that
 * stands for "unknown".
 */
package org.recourse.model.course;
