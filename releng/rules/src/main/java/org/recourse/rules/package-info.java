/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The rules of the house that a program can check, on the files of the checkout: bundles and their
 * edges, sources, and what may stand in no file. A rule returns sentences; no sentence, no breach.
 */
package org.recourse.rules;
