/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The views beside the editor. All follow the case session of the active editor; those with numbers
 * turn grey as soon as the plan is edited and stay so until the new numbers are there.
 */
package org.recourse.ui.internal.view;
