/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Quality assurance of registrations after AAPM TG-132 (Brock et al. 2017, doi:10.1002/mp.12256):
 * measures, limits and a verdict as values.
 */
package org.recourse.registration.quality;
