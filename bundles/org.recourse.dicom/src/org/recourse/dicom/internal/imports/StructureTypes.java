/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.internal.toolkit.Dataset;
import org.recourse.model.StructureType;

/** Kinds of the structures of one set, from the observations or else from the names. */
final class StructureTypes {

  private final Map<Integer, String> interpreted = new HashMap<>();
  private final List<String> assumed = new ArrayList<>();

  StructureTypes(Dataset structureSet) throws DicomReadException {
    for (Dataset observation : structureSet.items(Tag.RTROIObservationsSequence)) {
      Optional<String> type = observation.text(Tag.RTROIInterpretedType);
      if (type.isPresent()) {
        interpreted.put(
            observation.requiredInteger(Tag.ReferencedROINumber),
            type.get().toUpperCase(Locale.ROOT));
      }
    }
  }

  StructureType typeOf(int roiNumber, String name) {
    String type = interpreted.get(roiNumber);
    if (type == null) {
      StructureType byName = ofName(name);
      assumed.add(name + " = " + byName.getName());
      return byName;
    }
    return switch (type) {
      case "ORGAN" -> StructureType.ORGAN;
      case "GTV" -> StructureType.GTV;
      case "CTV" -> StructureType.CTV;
      case "PTV" -> StructureType.PTV;
      case "EXTERNAL" -> StructureType.EXTERNAL;
      case "AVOIDANCE" -> StructureType.AVOIDANCE;
      default -> StructureType.OTHER;
    };
  }

  void reportAssumed(SourceFile file, FindingList findings) {
    if (!assumed.isEmpty()) {
      findings.info(
          "The file does not say what kind of structure these are, so the kind was taken from the"
              + " name: "
              + String.join(", ", assumed)
              + ". Change it in the structure list if it is wrong.",
          FindingList.at(file, Tag.RTROIInterpretedType));
    }
  }

  private static StructureType ofName(String name) {
    String upper = name.strip().toUpperCase(Locale.ROOT);
    if (upper.matches("R?GTV.*")) {
      return StructureType.GTV;
    }
    if (upper.startsWith("CTV")) {
      return StructureType.CTV;
    }
    if (upper.startsWith("PTV")) {
      return StructureType.PTV;
    }
    if (upper.matches("EXTERNAL|BODY|SKIN|OUTER CONTOUR")) {
      return StructureType.EXTERNAL;
    }
    return StructureType.OTHER;
  }
}
