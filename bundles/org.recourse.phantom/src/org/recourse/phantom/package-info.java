/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Synthetic patients, marked as such everywhere: the bundled re-irradiation case, the case for the
 * import benchmark, and analytic shapes with known volumes and doses for tests.
 *
 * <p>Nothing here describes a real person, and no number from here is evidence about one. The dose
 * is an intensity-modulated photon dose of the right shape and size, not the result of a
 * commissioned dose engine.
 */
package org.recourse.phantom;
