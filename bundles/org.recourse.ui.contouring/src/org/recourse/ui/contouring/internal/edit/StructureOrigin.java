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
import org.recourse.dicom.write.GenerationAlgorithm;

/**
 * How a structure came about, as its recipe says, and what an RTSTRUCT says of it. Stateless.
 *
 * <ul>
 *   <li>drawn here: MANUAL; with interpolated slices: SEMIAUTOMATIC
 *   <li>made from other structures by a recipe: SEMIAUTOMATIC, also after strokes
 *   <li>imported: as the file says; an AUTOMATIC one that was edited here is SEMIAUTOMATIC
 *   <li>a mask of another program: not known, as the file of a mask does not say it
 * </ul>
 */
public final class StructureOrigin {

  /** Recipe of what is drawn by hand. */
  public static final String DRAWN = "Drawn here";

  private static final String MASK = "Imported mask ";
  private static final String IMPORTED = "Imported";
  private static final String INTERPOLATED = ", with interpolated slices";

  private StructureOrigin() {}

  /** Recipe of a label of a mask file. */
  public static String ofMask(String fileName, int label) {
    return MASK + fileName + ", label " + label;
  }

  /**
   * The recipe after slices were interpolated.
   *
   * @param recipe recipe before; empty text for an imported structure
   */
  public static String interpolated(String recipe) {
    if (recipe.endsWith(INTERPOLATED)) {
      return recipe;
    }
    return (recipe.isEmpty() ? IMPORTED : recipe) + INTERPOLATED;
  }

  /**
   * Who drew a structure.
   *
   * @param recipe its recipe; empty text for an imported structure
   * @param edited whether its contours were changed here
   * @param inFile what the imported file says of it
   */
  public static Optional<GenerationAlgorithm> algorithm(
      String recipe, boolean edited, Optional<GenerationAlgorithm> inFile) {
    if (recipe.isEmpty()) {
      return inFile.map(
          algorithm ->
              edited && algorithm == GenerationAlgorithm.AUTOMATIC
                  ? GenerationAlgorithm.SEMIAUTOMATIC
                  : algorithm);
    }
    if (recipe.equals(DRAWN)) {
      return Optional.of(GenerationAlgorithm.MANUAL);
    }
    return recipe.startsWith(MASK) && !recipe.endsWith(INTERPOLATED)
        ? Optional.empty()
        : Optional.of(GenerationAlgorithm.SEMIAUTOMATIC);
  }
}
