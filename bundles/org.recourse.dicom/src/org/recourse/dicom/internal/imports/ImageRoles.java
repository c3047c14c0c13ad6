/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aoju.bus.image.Tag;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;
import org.recourse.model.StructureSet;

/** Says what each series is used for, from references and descriptions, and reports how. */
final class ImageRoles {

  private static final Pattern CONTRAST =
      Pattern.compile(
          "t1[ _-]?(c|ce|gd)\\b|\\+ ?(c|gd|k?m)\\b|\\b(post|gad\\w*|gd|contrast|ce)\\b");

  private final ImportContext context;

  ImageRoles(ImportContext context) {
    this.context = context;
  }

  void run(List<ImageSeriesImport.Imported> images, List<PlanImport.Imported> plannedPlans) {
    Optional<ImageSeries> planning = planningCt(images, plannedPlans);
    for (ImageSeriesImport.Imported image : images) {
      if (image.series().getModality().equals("CT")) {
        boolean isPlanning = planning.isPresent() && planning.get() == image.series();
        image.series().setRole(isPlanning ? ImageRole.PLANNING_CT : ImageRole.CT);
      } else {
        magneticResonance(image);
      }
    }
    if (planning.isEmpty() && !images.isEmpty()) {
      context
          .findings()
          .warning(
              "No series could be told to be the planning CT; choose it in the case properties.",
              "");
    }
  }

  private Optional<ImageSeries> planningCt(
      List<ImageSeriesImport.Imported> images, List<PlanImport.Imported> plannedPlans) {
    Optional<ImageSeries> ofPlan =
        plannedPlans.stream()
            .map(p -> Optional.ofNullable(p.plan().getStructureSet()))
            .flatMap(Optional::stream)
            .map(StructureSet::getImageSeries)
            .filter(series -> series != null && series.getModality().equals("CT"))
            .findFirst();
    if (ofPlan.isPresent()) {
      return ofPlan;
    }
    List<ImageSeries> candidates =
        images.stream()
            .map(ImageSeriesImport.Imported::series)
            .filter(series -> series.getModality().equals("CT"))
            .toList();
    if (candidates.size() != 1) {
      return Optional.empty();
    }
    context
        .findings()
        .info(
            "No plan leads to it, but this is the only CT, so it is taken as the planning CT.",
            candidates.getFirst().getDescription());
    return Optional.of(candidates.getFirst());
  }

  private void magneticResonance(ImageSeriesImport.Imported image) {
    SourceFile first = image.slices().getFirst();
    String described =
        (first.textOr(Tag.SeriesDescription, "") + " " + first.textOr(Tag.ProtocolName, ""))
            .toLowerCase(Locale.ROOT);
    String agent = first.textOr(Tag.ContrastBolusAgent, "").toUpperCase(Locale.ROOT);
    boolean contrast =
        !agent.isEmpty() && !agent.matches("NO|NONE") || CONTRAST.matcher(described).find();
    boolean flair = described.contains("flair");
    boolean t1 = described.contains("t1") && !flair;
    boolean t2 = described.contains("t2") && !flair;
    if (t1 == t2) { // neither, or both: not to be guessed
      image.series().setRole(flair ? ImageRole.OTHER : ImageRole.UNASSIGNED);
      context
          .findings()
          .info(
              "The description does not tell the MR sequence; choose the role of the series in the"
                  + " case properties.",
              FindingList.at(first, Tag.SeriesDescription));
      return;
    }
    ImageRole role = t2 ? ImageRole.T2 : contrast ? ImageRole.T1C : ImageRole.T1;
    image.series().setRole(role);
    context
        .findings()
        .info(
            "Series '"
                + image.series().getDescription()
                + "' is taken as "
                + role.getName()
                + " by its description and contrast agent. Change the role in the case properties"
                + " if this is wrong.",
            FindingList.at(first, Tag.SeriesDescription));
  }
}
