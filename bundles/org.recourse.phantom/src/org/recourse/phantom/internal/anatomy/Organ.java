/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.phantom.internal.anatomy;

import java.util.Optional;
import org.recourse.model.StructureType;
import org.recourse.phantom.solid.Solid;

/**
 * A contoured structure.
 *
 * @param name ROI name
 * @param tg263Name name after AAPM TG-263; empty if the list has none
 * @param type kind
 * @param colourRgb display colour, 0xRRGGBB
 * @param alphaBetaGy alpha/beta, Gy
 * @param body its shape
 */
public record Organ(
    String name,
    Optional<String> tg263Name,
    StructureType type,
    int colourRgb,
    double alphaBetaGy,
    Solid body) {}
