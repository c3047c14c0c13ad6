/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Whether a model keeps what it promised: statements made before the outcome was known, compared
 * with what came, over calendar time, with limits that say which deviation is more than chance.
 */
package org.recourse.outcomes.monitoring;
