/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.model.validate;

import java.util.HashMap;
import java.util.Locale;
import org.recourse.model.DicomReference;
import org.recourse.model.ImageSeries;
import org.recourse.model.ModelPackage;
import org.recourse.model.Structure;
import org.recourse.model.StructureSet;

/**
 * Rules of image series, structures and the files they refer to.
 *
 * @param problems where problems go
 */
record ImageRules(Problems problems) {

  private static final ModelPackage MODEL = ModelPackage.eINSTANCE;
  private static final double USUAL_MAX_ALPHA_BETA_GY = 20;
  private static final int WHITE = 0xFFFFFF;

  void check(ImageSeries series) {
    String name =
        Words.isBlank(series.getDescription())
            ? "An image series"
            : "Image series \"" + series.getDescription().strip() + "\"";
    if (series.getInstances().isEmpty()) {
      problems.error(
          series,
          MODEL.getImageSeries_Instances(),
          name + " has no slices, so it cannot be shown. Import it again.");
    }
    if (series.getFrameOfReference() == null) {
      problems.error(
          series,
          MODEL.getImageSeries_FrameOfReference(),
          name
              + " has no frame of reference, so neither dose nor structures can be shown on it."
              + " Import it again.");
    }
  }

  void check(StructureSet structureSet) {
    if (structureSet.getFrameOfReference() == null) {
      problems.error(
          structureSet,
          MODEL.getStructureSet_FrameOfReference(),
          "A structure set has no frame of reference, so its contours have no place in the patient."
              + " Import it again.");
    }
    var byName = new HashMap<String, Structure>();
    var byNumber = new HashMap<Integer, Structure>();
    for (Structure structure : structureSet.getStructures()) {
      Structure twin = byNumber.putIfAbsent(structure.getRoiNumber(), structure);
      if (twin != null) {
        problems.error(
            structure,
            MODEL.getStructure_RoiNumber(),
            Words.first(Words.structure(structure))
                + " and "
                + Words.structure(twin)
                + " have the same ROI number "
                + structure.getRoiNumber()
                + ": their contours cannot be told apart. Correct the structure set and import it"
                + " again.");
      }
      if (!Words.isBlank(structure.getName())) {
        checkName(structure, byName);
      }
    }
  }

  /** Names that differ only in case or surrounding blanks are the same name to a reader. */
  private void checkName(Structure structure, HashMap<String, Structure> byName) {
    String key = structure.getName().strip().toLowerCase(Locale.ROOT);
    Structure twin = byName.putIfAbsent(key, structure);
    if (twin != null) {
      problems.warning(
          structure,
          MODEL.getStructure_Name(),
          "ROI "
              + structure.getRoiNumber()
              + " and ROI "
              + twin.getRoiNumber()
              + " are both named \""
              + structure.getName().strip()
              + "\": goals and risks that ask for this name take the first. Rename one.");
    }
  }

  void check(Structure structure) {
    String name = Words.first(Words.structure(structure));
    if (Words.isBlank(structure.getName())) {
      problems.warning(
          structure,
          MODEL.getStructure_Name(),
          name + " has no name, so no goal and no risk finds it. Enter a name.");
    }
    if (structure.isSetAlphaBetaGy()) {
      checkAlphaBeta(structure, name);
    }
    if (structure.isSetRepairHalfTimeHours()) {
      checkRepairHalfTime(structure, name);
    }
    if (structure.getColourRgb() < 0 || structure.getColourRgb() > WHITE) {
      problems.warning(
          structure,
          MODEL.getStructure_ColourRgb(),
          name + " has a colour that no screen can show. Choose a colour.");
    }
  }

  private void checkRepairHalfTime(Structure structure, String name) {
    double hours = structure.getRepairHalfTimeHours();
    if (!(hours > 0 && Double.isFinite(hours))) {
      problems.error(
          structure,
          MODEL.getStructure_RepairHalfTimeHours(),
          name
              + " has a half-time of repair of "
              + Words.number(hours)
              + " h; it must be greater than 0, so it is not used. Correct the value.");
    }
  }

  private void checkAlphaBeta(Structure structure, String name) {
    double alphaBetaGy = structure.getAlphaBetaGy();
    if (!(alphaBetaGy > 0 && Double.isFinite(alphaBetaGy))) {
      problems.error(
          structure,
          MODEL.getStructure_AlphaBetaGy(),
          name
              + " has alpha/beta "
              + Words.number(alphaBetaGy)
              + " Gy; it must be greater than 0, so no EQD2 is computed for it. Correct the"
              + " value.");
    } else if (alphaBetaGy > USUAL_MAX_ALPHA_BETA_GY) {
      problems.warning(
          structure,
          MODEL.getStructure_AlphaBetaGy(),
          name
              + " has alpha/beta "
              + Words.number(alphaBetaGy)
              + " Gy; tissues lie between 1 and 20 Gy. Check the value.");
    }
  }

  void check(DicomReference reference) {
    String path = reference.getRelativePath();
    if (Words.isBlank(reference.getSopInstanceUid())) {
      problems.error(
          reference,
          MODEL.getDicomReference_SopInstanceUid(),
          "A DICOM file of the case has no UID, so it cannot be checked. Import it again.");
    }
    if (Words.isBlank(path)) {
      problems.error(
          reference,
          MODEL.getDicomReference_RelativePath(),
          "A DICOM object of the case has no file, so it cannot be read. Import it again.");
    } else if (leavesCaseFolder(path)) {
      problems.error(
          reference,
          MODEL.getDicomReference_RelativePath(),
          "The file \""
              + path
              + "\" does not lie in the case folder and is not read. Import it again.");
    }
    String digest = reference.getSha256();
    if (Words.isBlank(digest) || !digest.matches("[0-9a-f]{64}")) {
      problems.warning(
          reference,
          MODEL.getDicomReference_Sha256(),
          (Words.isBlank(path) ? "A DICOM file of the case" : "The file \"" + path + "\"")
              + " has no valid digest, so a change of it would not be noticed. Import it again.");
    }
  }

  private static boolean leavesCaseFolder(String path) {
    return path.startsWith("/")
        || path.contains("\\")
        || path.matches("^[A-Za-z]:.*")
        || path.matches("(^|.*/)\\.\\.(/.*|$)");
  }
}
