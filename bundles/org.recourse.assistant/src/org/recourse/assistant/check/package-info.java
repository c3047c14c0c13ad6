/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Checks of a plan that yield findings: what is missing or doubtful before anybody looks at risks.
 * Vendors add checks through the extension point {@code org.recourse.assistant.planChecks}.
 */
package org.recourse.assistant.check;
