/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What is open in the workbench: one {@link org.recourse.ui.session.CaseSession} per open editor,
 * with the model, its editing domain, the numbers that follow every edit, and what the user is
 * looking at.
 */
package org.recourse.ui.session;
