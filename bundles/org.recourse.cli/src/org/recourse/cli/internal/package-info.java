/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The command line: one class per command, all working through the same services as the workbench.
 *
 * <p>Exit codes: 0 done, 1 done with findings of severity ERROR, 2 wrong usage or unreadable input,
 * 130 cancelled. Progress goes to standard error, results to the files named or, with {@code -}, to
 * standard output.
 */
package org.recourse.cli.internal;
