/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The Assistant view: every risk beside the plan while it is edited, what drives it, proposals that
 * lower it, and the report.
 */
package org.recourse.ui.assistant.internal;
