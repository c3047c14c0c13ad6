/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Dose engines as vendors contribute them: the contract, the description an engine gives of itself,
 * and the catalogue of what is installed.
 */
package org.recourse.planning.engine;
