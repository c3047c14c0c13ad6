/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.contouring.internal.edit;

import java.util.Optional;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.ImageSeries;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;
import org.recourse.ui.session.CaseSession;

/** What a structure on one slice is thick: the slice distance of its image. Stateless. */
public final class SliceDistance {

  /** Without an image in memory nothing better is known. */
  private static final double UNKNOWN_MM = 1;

  private SliceDistance() {}

  /** Slice distance of the image on which a structure was drawn, mm; 1 mm if it is not known. */
  public static double mm(CaseSession session, Structure structure) {
    return Optional.ofNullable(structure.eContainer())
        .filter(StructureSet.class::isInstance)
        .map(StructureSet.class::cast)
        .map(StructureSet::getImageSeries)
        .map(ImageSeries::getSeriesInstanceUid)
        .flatMap(session.openCase().voxels()::imageIfLoaded)
        .map(ImageVolume::geometry)
        .map(geometry -> geometry.spacingMm().z())
        .orElse(UNKNOWN_MM);
  }
}
