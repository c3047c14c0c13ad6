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
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.registration.ImagePair;
import org.recourse.assistant.registration.KeptRegistration;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.write.WrittenObject;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.ImageSeries;
import org.recourse.model.PatientCase;
import org.recourse.model.Registration;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;
import org.recourse.registration.quality.CheckedRegistration;
import org.recourse.registration.search.RegistrationStep;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Registers two images of a case and keeps the result with its quality report. */
@Command(
    name = "register",
    mixinStandardHelpOptions = true,
    description = {
      "Registration of two images of a case, with its quality report after TG-132.",
      "FIXED and MOVING are a Series Instance UID, a series description, or a role such as"
          + " PLANNING_CT. The case gets the transform as a DICOM registration, unless its quality"
          + " check failed; one that joined the same frames before gives way to it."
    })
final class RegisterCommand extends CommandTask {

  @Parameters(index = "0", paramLabel = "FIXED", description = "Image that stays.")
  private String fixed;

  @Parameters(index = "1", paramLabel = "MOVING", description = "Image brought onto it.")
  private String moving;

  @Option(
      names = "--case",
      required = true,
      paramLabel = "CASE",
      description = "Case folder; 'bundled' is registered but not changed.")
  private String input;

  @Option(names = "--deformable", description = "Searches a deformation after the rigid part.")
  private boolean deformable;

  @Option(names = "--json", paramLabel = "F", description = "JSON result; - is standard output.")
  private Optional<String> json = Optional.empty();

  RegisterCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    SubMonitor progress = SubMonitor.convert(monitor, "Opening " + input, 100);
    var result = new JsonResult("register", surroundings());
    try (CaseFolder opened = CaseFolder.open(input, surroundings(), executor, progress.split(10))) {
      PatientCase patientCase = opened.openCase().patientCase();
      ImageSeries fixedSeries = series(patientCase, fixed);
      ImageSeries movingSeries = series(patientCase, moving);
      result.inputFile(CaseStore.caseFile(opened.openCase().folder()));
      ImagePair pair = ImagePair.of(fixedSeries, movingSeries);
      if (pair.fixedSeriesUid().equals(pair.movingSeriesUid())) {
        throw new RefusalException("FIXED and MOVING are the same series; name two.");
      }
      CheckedRegistration.Request request =
          pair.request(opened.openCase().voxels(), deformable, progress.split(20));
      progress.setTaskName("Registering " + pair.label());
      CheckedRegistration.Outcome outcome =
          CheckedRegistration.run(
              pair.label(), request, RegistrationStep.Listener.NONE, executor, progress.split(65));
      result.findings(outcome.findings());
      var report = new RegistrationJson(result, pair, request, outcome);
      report.addAll();
      keep(opened, pair, request, outcome, result);
      write(opened.openCase().folder(), result);
    } catch (DicomReadException | DicomWriteException | CaseStoreException e) {
      throw new RefusalException(e.getMessage(), e);
    } catch (IOException e) {
      throw new RefusalException("the registration cannot be kept: " + e, e);
    }
    return ExitCode.of(result.findings());
  }

  private void keep(
      CaseFolder opened,
      ImagePair pair,
      CheckedRegistration.Request request,
      CheckedRegistration.Outcome outcome,
      JsonResult result)
      throws DicomWriteException, CaseStoreException, IOException {
    Optional<String> reason = reasonNotToKeep(pair, outcome);
    if (reason.isPresent()) {
      result.findings(List.of(Finding.info(reason.get(), pair.label())));
      return;
    }
    PatientCase patientCase = opened.openCase().patientCase();
    Path folder = opened.openCase().folder();
    var kept = KeptRegistration.in(folder, patientCase, LocalDate.now(surroundings().clock()));
    int number = kept.nextNumber();
    AffineTransform rigid = outcome.rigid().fixedToMoving().matrix();
    WrittenObject written = kept.writeRigid(pair, rigid, number);
    var files = new JsonObject();
    files.addProperty("rigid", folder.relativize(written.file()).toString());
    if (outcome.deformation().isPresent()) {
      WrittenObject field =
          kept.writeDeformation(pair, outcome.fixedToMoving(), request.fixed().geometry(), number);
      files.addProperty("deformable", folder.relativize(field.file()).toString());
      result.findings(
          List.of(
              Finding.info(
                  "The ledger moves dose with the rigid part; the deformation is kept as a file.",
                  pair.label())));
    }
    for (Registration before : KeptRegistration.between(patientCase, pair)) {
      patientCase.getRegistrations().remove(before);
      result.findings(
          List.of(
              Finding.info(
                  "The registration \""
                      + before.getLabel()
                      + "\" joined the same frames and was"
                      + " taken out of the case; its file stays.",
                  pair.label())));
    }
    patientCase
        .getRegistrations()
        .add(kept.entry(patientCase, pair, rigid, outcome.uncertaintyMm(), written));
    new CaseStore().save(patientCase, folder);
    result.add("registrationFiles", files);
  }

  private Optional<String> reasonNotToKeep(ImagePair pair, CheckedRegistration.Outcome outcome) {
    if (input.equals(CaseFolder.BUNDLED)) {
      return Optional.of("The bundled case is never changed; the registration was not kept.");
    }
    if (pair.inOneFrame()) {
      return Optional.of(
          "Both images lie in one frame of reference, in which DICOM knows no registration; it was"
              + " not kept.");
    }
    return switch (outcome.quality().verdict()) {
      case FAILED, NOT_DONE ->
          Optional.of("The quality check failed; the registration was not kept.");
      case PASSED, NEEDS_REVIEW -> Optional.empty();
    };
  }

  /** The report stands beside the registration as well, so that it is never without it. */
  private void write(Path folder, JsonResult result) throws RefusalException {
    result.add("kept", new JsonPrimitive(result.has("registrationFiles")));
    String text = result.text();
    if (json.isPresent()) {
      new ResultFile(json.get()).write(text, surroundings().out());
    }
    Optional<String> rigid = result.text("registrationFiles", "rigid");
    if (rigid.isPresent()) {
      Path report = folder.resolve(rigid.get()).resolveSibling("quality.json");
      new ResultFile(report.toString()).write(text, surroundings().out());
    }
  }

  private static ImageSeries series(PatientCase patientCase, String name) throws RefusalException {
    List<ImageSeries> found =
        patientCase.getImageSeries().stream().filter(s -> isNamed(s, name)).toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    List<String> all =
        patientCase.getImageSeries().stream()
            .map(s -> ImagePair.name(s) + " (" + s.getRole() + ", " + s.getModality() + ")")
            .toList();
    throw new RefusalException(
        (found.isEmpty() ? "no image is called " : "several images are called ")
            + name
            + "; the case has: "
            + String.join("; ", all)
            + ". A Series Instance UID always names one.");
  }

  private static boolean isNamed(ImageSeries series, String name) {
    return name.equals(series.getSeriesInstanceUid())
        || name.equalsIgnoreCase(ImagePair.name(series))
        || name.equalsIgnoreCase(series.getRole().getName());
  }
}
