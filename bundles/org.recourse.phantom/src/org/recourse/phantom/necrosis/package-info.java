/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Synthetic patients with an outcome: variations of one synthetic case whose truth is a stated
 * formula of dose and image texture. They serve to show and test the training of networks; nothing
 * learnt from them says anything about a person.
 */
package org.recourse.phantom.necrosis;
