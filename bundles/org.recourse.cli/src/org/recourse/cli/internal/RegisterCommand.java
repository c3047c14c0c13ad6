/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.assistant.cases.OpenCase;
import org.recourse.assistant.registration.DrawnPairs;
import org.recourse.assistant.registration.ImagePair;
import org.recourse.assistant.registration.JudgedRegistration;
import org.recourse.assistant.registration.KeptRegistration;
import org.recourse.assistant.registration.LandmarkFile;
import org.recourse.assistant.registration.MarkedAndDrawn;
import org.recourse.assistant.registration.RegistrationDocument;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.ImageSeries;
import org.recourse.model.PatientCase;
import org.recourse.model.Registration;
import org.recourse.model.store.CaseStore;
import org.recourse.model.store.CaseStoreException;
import org.recourse.registration.landmark.LandmarkPair;
import org.recourse.registration.quality.CheckedRegistration;
import org.recourse.registration.quality.QualityReport;
import org.recourse.registration.search.RegistrationStep;
import org.recourse.registration.uncertainty.RegistrationEnsemble;
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

  @Option(
      names = "--ensemble",
      paramLabel = "N",
      description =
          "Registers N times from other halves of the fixed image; their spread becomes the"
              + " uncertainty. Rigid only.")
  private Optional<Integer> ensemble = Optional.empty();

  @Option(names = "--deformable", description = "Searches a deformation after the rigid part.")
  private boolean deformable;

  @Option(
      names = "--landmarks",
      paramLabel = "F",
      description = {
        "Landmarks whose error is part of the report: CSV lines name,x,y,z,x,y,z (fixed, then",
        "moving, mm) or a JSON array of {name, fixedMm, movingMm}."
      })
  private Optional<Path> landmarks = Optional.empty();

  @Option(names = "--json", paramLabel = "F", description = "JSON result; - is standard output.")
  private Optional<String> json = Optional.empty();

  RegisterCommand(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    if (ensemble.isPresent() && (deformable || ensemble.get() < 3)) {
      throw new RefusalException(
          deformable
              ? "--ensemble is for rigid registrations; leave --deformable out."
              : "--ensemble: at least 3 registrations are needed, not " + ensemble.get() + ".");
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Opening " + input, 100);
    var result = new JsonResult("register", surroundings());
    List<LandmarkPair> marked = marked();
    try (CaseFolder opened = CaseFolder.open(input, surroundings(), executor, progress.split(10))) {
      PatientCase patientCase = opened.openCase().patientCase();
      ImageSeries fixedSeries = series(patientCase, fixed);
      ImageSeries movingSeries = series(patientCase, moving);
      result.inputFile(CaseStore.caseFile(opened.openCase().folder()));
      if (landmarks.isPresent()) {
        result.inputFile(landmarks.get());
      }
      ImagePair pair = ImagePair.of(fixedSeries, movingSeries);
      if (pair.fixedSeriesUid().equals(pair.movingSeriesUid())) {
        throw new RefusalException("FIXED and MOVING are the same series; name two.");
      }
      JudgedRegistration judged =
          search(opened.openCase(), pair, marked, result, executor, progress.split(85));
      RegistrationDocument.entries(pair, judged).forEach(result::add);
      keep(opened, pair, judged, result);
      write(result);
    } catch (DicomReadException | DicomWriteException | CaseStoreException e) {
      throw new RefusalException(e.getMessage(), e);
    } catch (IOException e) {
      throw new RefusalException("the registration cannot be kept: " + e, e);
    }
    return ExitCode.of(result.findings());
  }

  private JudgedRegistration search(
      OpenCase openCase,
      ImagePair pair,
      List<LandmarkPair> marked,
      JsonResult result,
      SliceExecutor executor,
      SubMonitor progress)
      throws DicomReadException {
    progress.setWorkRemaining(85);
    CheckedRegistration.Request request =
        pair.request(openCase.voxels(), deformable, progress.split(20));
    progress.setTaskName("Registering " + pair.label());
    CheckedRegistration.Outcome outcome =
        CheckedRegistration.run(
            pair.label(), request, RegistrationStep.Listener.NONE, executor, progress.split(55));
    var evidence = new MarkedAndDrawn(marked, DrawnPairs.of(openCase.patientCase(), pair));
    QualityReport quality =
        evidence.judge(
            outcome.quality(),
            outcome.fixedToMoving(),
            openCase.voxels(),
            executor,
            progress.split(10));
    result.findings(outcome.rigid().findings());
    outcome.deformation().ifPresent(found -> result.findings(found.findings()));
    result.findings(quality.findings());
    JudgedRegistration judged =
        JudgedRegistration.of(
            request, outcome.with(quality, CheckedRegistration.uncertaintyMm(request, quality)));
    return ensemble.isEmpty()
        ? judged
        : judged.with(
            RegistrationEnsemble.of(
                request, judged.rigid(), ensemble.get(), executor, progress.split(10)));
  }

  private List<LandmarkPair> marked() throws RefusalException {
    if (landmarks.isEmpty()) {
      return List.of();
    }
    try {
      return LandmarkFile.read(landmarks.get());
    } catch (IOException e) {
      throw new RefusalException("the landmarks cannot be used: " + e.getMessage(), e);
    }
  }

  private void keep(CaseFolder opened, ImagePair pair, JudgedRegistration judged, JsonResult result)
      throws DicomWriteException, CaseStoreException, IOException {
    Optional<String> reason = reasonNotToKeep(pair, judged);
    result.add("kept", new JsonPrimitive(reason.isEmpty()));
    if (reason.isPresent()) {
      result.findings(List.of(Finding.info(reason.get(), pair.label())));
      return;
    }
    PatientCase patientCase = opened.openCase().patientCase();
    Path folder = opened.openCase().folder();
    var kept = KeptRegistration.in(folder, patientCase, LocalDate.now(surroundings().clock()));
    KeptRegistration.Files files = kept.write(pair, judged);
    if (files.deformable().isPresent()) {
      result.findings(
          List.of(
              Finding.info(
                  "The dose of earlier courses is carried by the deformation; images and structures"
                      + " are joined by the rigid part. The page Registrations sets it aside.",
                  pair.label())));
    }
    for (Registration before : KeptRegistration.replaced(patientCase, pair)) {
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
    patientCase.getRegistrations().addAll(kept.entries(patientCase, pair, judged, files));
    result.add("registrationFiles", RegistrationDocument.files(files));
    KeptRegistration.writeReport(files, result.text());
    new CaseStore().save(patientCase, folder);
  }

  private Optional<String> reasonNotToKeep(ImagePair pair, JudgedRegistration judged) {
    if (input.equals(CaseFolder.BUNDLED)) {
      return Optional.of("The bundled case is never changed; the registration was not kept.");
    }
    if (pair.inOneFrame()) {
      return Optional.of(
          "Both images lie in one frame of reference, in which DICOM knows no registration; it was"
              + " not kept.");
    }
    return judged.acceptable()
        ? Optional.empty()
        : Optional.of("The quality check failed; the registration was not kept.");
  }

  private void write(JsonResult result) throws RefusalException {
    if (json.isPresent()) {
      new ResultFile(json.get()).write(result.text(), surroundings().out());
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
