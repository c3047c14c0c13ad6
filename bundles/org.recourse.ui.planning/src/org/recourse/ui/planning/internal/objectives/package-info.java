/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Objectives of a plan: the list as it is kept in the case, its table, and what the plan in work
 * makes of each. UI thread only but for the values.
 */
package org.recourse.ui.planning.internal.objectives;
