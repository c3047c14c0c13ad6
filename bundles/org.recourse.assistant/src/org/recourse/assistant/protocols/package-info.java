/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Clinical goals, constraints and alpha/beta sets as data: protocols with source, evidence,
 * applicability and recovery convention, contributed through the extension point {@code
 * org.recourse.assistant.protocols}, and their judgement on a plan. Every type is immutable.
 *
 * <p>A number whose source nobody has read is a draft: it is shown with the value of the plan
 * beside it and never judged.
 */
package org.recourse.assistant.protocols;
