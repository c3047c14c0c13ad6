/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.imports;

import java.util.Set;

/**
 * Names of AAPM TG-263 (DOI 10.1016/j.ijrobp.2017.12.013) that matter in the head and neck. Only a
 * name that is written exactly so is taken for one; everything else is left to the user.
 */
public final class Tg263Names {

  private static final Set<String> NAMES =
      Set.of(
          "A_Carotid_L",
          "A_Carotid_R",
          "Bone_Mandible",
          "Brain",
          "Brainstem",
          "BrachialPlex_L",
          "BrachialPlex_R",
          "Cavity_Oral",
          "Cochlea_L",
          "Cochlea_R",
          "Esophagus",
          "External",
          "Eye_L",
          "Eye_R",
          "Glnd_Lacrimal_L",
          "Glnd_Lacrimal_R",
          "Glnd_Submand_L",
          "Glnd_Submand_R",
          "Glnd_Thyroid",
          "Hippocampus_L",
          "Hippocampus_R",
          "Larynx",
          "Lens_L",
          "Lens_R",
          "Lips",
          "Lobe_Temporal_L",
          "Lobe_Temporal_R",
          "Musc_Constrict",
          "OpticChiasm",
          "OpticNrv_L",
          "OpticNrv_R",
          "Parotid_L",
          "Parotid_R",
          "Pituitary",
          "SpinalCord",
          "Trachea");

  private Tg263Names() {}

  /** All names, in no particular order. */
  public static Set<String> all() {
    return NAMES;
  }

  static boolean contains(String name) {
    return NAMES.contains(name);
  }
}
