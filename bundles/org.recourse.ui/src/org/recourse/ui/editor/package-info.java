/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The plan editor: a multi-page editor on the patient and plan model. Other bundles add pages with
 * a {@link org.recourse.ui.editor.PlanPageFactory} service. Everything here runs on the UI thread.
 */
package org.recourse.ui.editor;
