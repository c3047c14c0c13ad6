/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Small SWT building blocks shared by the pages and views: number fields, colour swatches, sorted
 * tables and the ids by which tests find a widget. Everything here is used on the UI thread.
 */
package org.recourse.ui.widget;
