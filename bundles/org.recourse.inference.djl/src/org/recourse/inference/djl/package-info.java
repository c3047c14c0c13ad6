/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * DJL with PyTorch: trains the multi-omics network and is the reference for its gradient. Runs
 * offline; natives come from platform fragments or from a folder that the user names.
 */
package org.recourse.inference.djl;
