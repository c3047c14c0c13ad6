/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Views that follow the case of the active editor: base classes that show a sentence where there is
 * no case, grey what is stale, and copy tables as text. Everything here is used on the UI thread.
 */
package org.recourse.ui.view;
