/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Where a number comes from and how well it is supported. A number whose source nobody has read is
 * a draft: it is shown and never judged by.
 */
package org.recourse.radiobiology.evidence;
