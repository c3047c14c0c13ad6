/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.voxels.DicomVoxels;
import org.recourse.dicom.voxels.DoseFile;
import org.recourse.dosimetry.gamma.GammaCriteria;
import org.recourse.dosimetry.gamma.GammaIndex;
import org.recourse.dosimetry.gamma.GammaResult;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gamma index of two dose files. */
@Command(
    name = "gamma",
    mixinStandardHelpOptions = true,
    description = {
      "Gamma index of two RTDOSE files.",
      "Every voxel of REF.dcm above the threshold is compared with the interpolated dose of EVAL.dcm."
    })
final class GammaCommand extends CommandTask {

  @Parameters(index = "0", paramLabel = "REF.dcm", description = "Reference dose.")
  private Path reference;

  @Parameters(index = "1", paramLabel = "EVAL.dcm", description = "Evaluated dose.")
  private Path evaluated;

  @Option(
      names = "--dose-percent",
      required = true,
      paramLabel = "P",
      description = "Tolerated dose difference in percent of the normalisation.")
  private double dosePercent;

  @Option(
      names = "--distance-mm",
      required = true,
      paramLabel = "MM",
      description = "Tolerated distance to agreement in mm.")
  private double distanceMm;

  @Option(
      names = "--local",
      description = "Normalise to the dose of each voxel; default: one dose for all.")
  private boolean local;

  @Option(
      names = "--threshold-percent",
      paramLabel = "P",
      description = "Leave out voxels below this part of the global dose; default ${DEFAULT-VALUE}.")
  private double thresholdPercent = 10;

  @Option(
      names = "--max-gamma",
      paramLabel = "G",
      description = "Stop the search here and report larger values as this; default"
          + " ${DEFAULT-VALUE}.")
  private double maximumGamma = 2;

  @Option(
      names = "--global-dose-gy",
      paramLabel = "GY",
      description = "Dose for normalisation and threshold; default: maximum of the reference.")
  private Optional<Double> globalDoseGy = Optional.empty();

  @Option(
      names = "--in-plane",
      description = "Search in the plane of each voxel only (2D); default: in space (3D).")
  private boolean inPlane;

  @Option(
      names = "--json",
      required = true,
      paramLabel = "F",
      description = "JSON result; - is standard output.")
  private String json;

  GammaCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    GammaCriteria criteria = criteria();
    SubMonitor progress = SubMonitor.convert(monitor, "Reading " + reference, 100);
    try {
      var voxels = new DicomVoxels();
      DoseFile referenceDose = voxels.readDoseFile(reference, progress.split(10));
      progress.setTaskName("Reading " + evaluated);
      DoseFile evaluatedDose = voxels.readDoseFile(evaluated, progress.split(10));
      checkComparable(referenceDose, evaluatedDose);
      progress.setTaskName("Computing gamma");
      GammaResult gamma =
          GammaIndex.compare(
              referenceDose.doseGy(),
              evaluatedDose.doseGy(),
              criteria,
              executor,
              progress.split(75));
      var result = new JsonResult("gamma", surroundings());
      result.inputFile(reference);
      result.inputFile(evaluated);
      result.findings(referenceDose.findings());
      result.findings(evaluatedDose.findings());
      result.findings(reservations(referenceDose, evaluatedDose));
      result.findings(gamma.findings());
      result.add("criteria", json(criteria, referenceDose));
      add(gamma, result);
      new ResultFile(json).write(result.text(), surroundings().out());
      return ExitCode.of(result.findings());
    } catch (DicomReadException e) {
      throw new RefusalException(e.getMessage(), e);
    } catch (IllegalArgumentException e) { // such as a reference dose of 0 Gy everywhere
      throw new RefusalException(reference + ": " + e.getMessage() + ".", e);
    }
  }

  private GammaCriteria criteria() throws RefusalException {
    try {
      return new GammaCriteria(
          dosePercent,
          distanceMm,
          local ? GammaCriteria.Normalisation.LOCAL : GammaCriteria.Normalisation.GLOBAL,
          inPlane ? GammaCriteria.Search.IN_PLANE : GammaCriteria.Search.IN_SPACE,
          thresholdPercent,
          maximumGamma,
          globalDoseGy.isPresent()
              ? OptionalDouble.of(globalDoseGy.get())
              : OptionalDouble.empty());
    } catch (IllegalArgumentException e) {
      throw new RefusalException("the criteria cannot be used: " + e.getMessage() + ".", e);
    }
  }

  /** Physical dose and EQD2 have one unit in a file, but no number compares them. */
  private static void checkComparable(DoseFile one, DoseFile other) throws RefusalException {
    boolean differ =
        !one.doseType().equals(other.doseType())
            && !one.doseType().isEmpty()
            && !other.doseType().isEmpty();
    if (differ) {
      throw new RefusalException(
          other.file()
              + " (3004,0004) DoseType: it is "
              + other.doseType()
              + " and the reference is "
              + one.doseType()
              + "; name two doses of one type.");
    }
  }

  private static List<Finding> reservations(DoseFile one, DoseFile other) {
    var findings = new ArrayList<Finding>();
    if (!one.frameOfReferenceUid().equals(other.frameOfReferenceUid())) {
      findings.add(
          Finding.warning(
              "The doses name different frames of reference; positions were compared as they stand"
                  + " in the files.",
              other.file() + " (0020,0052) FrameOfReferenceUID"));
    }
    if (!one.summation().equals(other.summation())) {
      findings.add(
          Finding.warning(
              "The reference sums '"
                  + one.summation()
                  + "', the evaluated dose '"
                  + other.summation()
                  + "'; values were compared as they stand in the files.",
              other.file() + " (3004,000A) DoseSummationType"));
    }
    return findings;
  }

  private JsonObject json(GammaCriteria criteria, DoseFile referenceDose) {
    var object = new JsonObject();
    object.addProperty("dosePercent", criteria.dosePercent());
    object.addProperty("distanceMm", criteria.distanceMm());
    object.addProperty("normalisation", criteria.normalisation().name());
    object.addProperty("search", criteria.search().name());
    object.addProperty("thresholdPercent", criteria.thresholdPercent());
    object.addProperty("maximumGamma", criteria.maximumGamma());
    object.addProperty(
        "globalDoseGy", criteria.globalDoseGy().orElseGet(referenceDose.doseGy()::maximumGy));
    return object;
  }

  private static void add(GammaResult gamma, JsonResult result) {
    result.add("evaluatedVoxels", new JsonPrimitive(gamma.evaluatedVoxels()));
    gamma.passPercent().ifPresent(value -> result.add("passPercent", new JsonPrimitive(value)));
    gamma.meanGamma().ifPresent(value -> result.add("meanGamma", new JsonPrimitive(value)));
    gamma.maxGamma().ifPresent(value -> result.add("maxGamma", new JsonPrimitive(value)));
    if (gamma.evaluatedVoxels() == 0) {
      result.findings(
          List.of(
              Finding.error(
                  "No voxel above the threshold lies inside the evaluated dose, so there is no"
                      + " pass rate. Check that the two grids overlap.",
                  "evaluatedVoxels")));
    }
  }
}
