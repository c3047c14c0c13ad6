/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.numbers.Eqd2Maps;
import org.recourse.assistant.numbers.LedgerNumbers;
import org.recourse.assistant.numbers.OrganLimit;
import org.recourse.assistant.numbers.PlanNumbers;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.write.EffectiveDoseSpec;
import org.recourse.dicom.write.EffectiveDoseWriter;
import org.recourse.dicom.write.WrittenObject;
import org.recourse.dicom.write.WrittenStudy;
import org.recourse.grid.exchange.NrrdWriter;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiobiology.conversion.RepairAssumption;
import org.recourse.radiobiology.fractionation.AlphaBetaRatio;

/**
 * Writes the volumes of a ledger: cumulative EQD2 and its parts as RTDOSE of type EFFECTIVE, one
 * for each alpha/beta in use, and the remaining dose per fraction of every limit as NRRD, because a
 * dose that was never planned is no RTDOSE. Not thread-safe.
 */
final class LedgerVolumes {

  private static final String RESEARCH_NOTICE = "Research only, not for clinical decisions";

  private final OpenCase openCase;
  private final PlanNumbers numbers;
  private final JsonResult result;
  private final LocalDateTime created;
  private final CaseDoseFiles doses;
  private final JsonArray volumes = new JsonArray();

  LedgerVolumes(OpenCase openCase, PlanNumbers numbers, JsonResult result, LocalDateTime created) {
    this.openCase = openCase;
    this.numbers = numbers;
    this.result = result;
    this.created = created;
    doses = new CaseDoseFiles(openCase, numbers.snapshot());
  }

  /** Writes all volumes and returns them as JSON. */
  JsonArray write(Path folder, Eqd2Maps maps, IProgressMonitor monitor) throws RefusalException {
    List<Double> ratiosGy =
        numbers.ledger().rows().stream()
            .map(LedgerNumbers.Row::alphaBetaGy)
            .distinct()
            .sorted()
            .toList();
    List<OrganLimit> limits = numbers.organLimits();
    SubMonitor progress =
        SubMonitor.convert(monitor, "Writing volumes", ratiosGy.size() + limits.size());
    try {
      Files.createDirectories(folder);
      for (double ratioGy : ratiosGy) {
        writeTissue(folder, new AlphaBetaRatio(ratioGy), maps, progress.split(1));
      }
      for (OrganLimit limit : limits) {
        writeRemaining(folder, limit, maps, progress.split(1));
      }
      return volumes;
    } catch (DicomReadException | DicomWriteException e) {
      throw new RefusalException(e.getMessage(), e);
    } catch (IOException e) {
      throw new RefusalException(folder + " cannot be written: " + e, e);
    }
  }

  private void writeTissue(
      Path folder, AlphaBetaRatio tissue, Eqd2Maps maps, IProgressMonitor monitor)
      throws DicomReadException, DicomWriteException {
    List<LedgerNumbers.Column> columns = numbers.ledger().columns();
    SubMonitor progress = SubMonitor.convert(monitor, columns.size() + 2);
    String ratio = "ab" + number(tissue.gy());
    Map<String, Eqd2Maps.Result> parts = new LinkedHashMap<>();
    List<List<Path>> sources = new ArrayList<>();
    for (LedgerNumbers.Column column : columns) {
      parts.put(column.label(), maps.ofCourse(numbers, column.label(), tissue, progress.split(1)));
      sources.add(doses.ofCourse(column.course()));
    }
    parts.put(planLabel(), maps.ofPlan(numbers, tissue, progress.split(1)));
    sources.add(doses.ofAssessedPlan().stream().toList());
    int number = 0;
    for (var part : parts.entrySet()) {
      Path file = folder.resolve("eqd2-part" + (number + 1) + "-" + ratio + ".dcm");
      var volume = new Volume(file, "PART", tissue, List.of(part.getKey()), sources.get(number));
      write(volume, part.getValue(), progress);
      number++;
    }
    List<Path> all = sources.stream().flatMap(List::stream).toList();
    var sum =
        new Volume(
            folder.resolve("eqd2-sum-" + ratio + ".dcm"),
            "SUM",
            tissue,
            List.copyOf(parts.keySet()),
            all);
    write(sum, maps.ofAll(numbers, tissue, progress.split(1)), progress);
  }

  /** What is written, and from what. */
  private record Volume(
      Path file, String kind, AlphaBetaRatio tissue, List<String> courses, List<Path> sources) {}

  private void write(Volume volume, Eqd2Maps.Result map, IProgressMonitor monitor)
      throws DicomReadException, DicomWriteException {
    switch (map) {
      case Eqd2Maps.Result.Unknown(List<String> reasons) ->
          report(reasons, volume.file().getFileName().toString());
      case Eqd2Maps.Result.Known known -> {
        result.findings(known.findings());
        Optional<Path> frameSource = doses.ofAssessedPlan();
        if (frameSource.isEmpty() || volume.sources().isEmpty()) {
          report(
              List.of("The case has no RTDOSE file to take patient and study from."),
              volume.file().getFileName().toString());
          return;
        }
        var spec =
            new EffectiveDoseSpec(
                description(volume),
                derivation(volume),
                frameSource.get(),
                volume.sources(),
                created,
                numbers.snapshot().synthetic());
        WrittenObject written =
            new EffectiveDoseWriter().write(volume.file(), spec, known.eqd2(), monitor);
        JsonObject json = json(volume.file(), volume.kind());
        json.addProperty("alphaBetaGy", volume.tissue().gy());
        json.add("courses", JsonResult.texts(volume.courses()));
        json.addProperty("sopInstanceUid", written.sopInstanceUid());
        json.addProperty("doseType", "EFFECTIVE");
        json.addProperty("eqd2MaxGy", known.eqd2().maximumGy());
        volumes.add(json);
      }
    }
  }

  private String description(Volume volume) {
    String what = volume.kind().equals("SUM") ? "sum" : String.join(", ", volume.courses());
    return "EQD2 a/b=" + number(volume.tissue().gy()) + " " + what;
  }

  /** Names alpha/beta, courses and every convention, so that the file can be read alone. */
  private String derivation(Volume volume) {
    var text = new StringBuilder("EQD2 = D(D/n + ab)/(2 Gy + ab), alpha/beta ");
    text.append(number(volume.tissue().gy())).append(" Gy in every voxel, ");
    text.append(new RepairAssumption.Complete().text()); // of every map with one alpha/beta
    text.append("; converted on the grid of each course, then mapped (trilinear), then summed.");
    text.append(" Recovery: ").append(LedgerNumbers.RECOVERY_CONVENTION).append(". Courses: ");
    text.append(String.join("; ", volume.courses().stream().map(this::course).toList()));
    List<String> missing =
        numbers.ledger().rows().stream()
            .flatMap(row -> row.missingCourses().stream())
            .distinct()
            .toList();
    if (volume.kind().equals("SUM") && !missing.isEmpty()) {
      text.append(". NOT in the sum: ").append(String.join("; ", missing));
    }
    return text.append('.').toString();
  }

  private String course(String label) {
    return numbers.ledger().columns().stream()
        .filter(column -> column.label().equals(label))
        .map(column -> label + " (registration " + column.uncertainty().text() + ")")
        .findFirst()
        .orElse(label);
  }

  private String planLabel() {
    return numbers
        .snapshot()
        .assessedCourse()
        .map(course -> course.label())
        .filter(label -> !label.isBlank())
        .orElse("plan");
  }

  private void writeRemaining(
      Path folder, OrganLimit limit, Eqd2Maps maps, IProgressMonitor monitor) throws IOException {
    String name = limit.organ() + "-" + limit.limit().metric().text();
    Path file =
        folder.resolve("remaining-" + plain(name) + "-" + number(limit.limit().limit()) + ".nrrd");
    switch (maps.remaining(numbers, limit, monitor)) {
      case Eqd2Maps.Result.Unknown(List<String> reasons) -> report(reasons, name);
      case Eqd2Maps.Result.Known known -> {
        result.findings(known.findings());
        writer(limit).write(file, known.eqd2(), monitor);
        JsonObject json = json(file, "REMAINING_DOSE_PER_FRACTION");
        json.addProperty("structure", limit.organ());
        json.addProperty("metric", limit.limit().metric().text());
        json.addProperty("limitEqd2Gy", limit.limit().limit());
        json.addProperty("alphaBetaGy", limit.limit().alphaBeta().gy());
        json.addProperty("maxDosePerFractionGy", maximum(known.eqd2()));
        volumes.add(json);
      }
    }
  }

  private NrrdWriter writer(OrganLimit limit) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put(
        "notice", numbers.snapshot().synthetic() ? WrittenStudy.SYNTHETIC_NOTICE : RESEARCH_NOTICE);
    notes.put("limit", limit.text() + " EQD2, " + limit.limit().source().text());
    notes.put("alphaBetaGy", number(limit.limit().alphaBeta().gy()));
    notes.put("recovery", limit.limit().convention().id());
    notes.put(
        "repair",
        numbers
            .ledger()
            .row(limit.organ())
            .map(row -> row.repair().text())
            .orElse(numbers.ledger().repair()));
    numbers
        .snapshot()
        .assessedPlan()
        .ifPresent(
            plan ->
                plan.prescription()
                    .fractionCount()
                    .ifPresent(n -> notes.put("fractionCount", Integer.toString(n))));
    doses.frameUid().ifPresent(uid -> notes.put("frameOfReferenceUid", uid));
    notes.put("case", openCase.folder().getFileName().toString());
    return new NrrdWriter(
        "physical dose per fraction in Gy that may still be given to every voxel; 0 = used up",
        notes);
  }

  private static double maximum(DoseGrid grid) {
    return grid.maximumGy();
  }

  private JsonObject json(Path file, String kind) {
    var json = new JsonObject();
    json.addProperty("path", file.toString());
    json.addProperty("kind", kind);
    json.addProperty("synthetic", numbers.snapshot().synthetic());
    return json;
  }

  private void report(List<String> reasons, String affected) {
    result.findings(reasons.stream().map(reason -> Finding.error(reason, affected)).toList());
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  private static String plain(String name) {
    return name.replace("%", "pct").replaceAll("[^A-Za-z0-9._-]", "_");
  }
}
