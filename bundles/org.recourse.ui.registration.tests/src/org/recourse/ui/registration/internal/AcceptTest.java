/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.ui.registration.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.emf.common.command.Command;
import org.eclipse.emf.edit.domain.EditingDomain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.assistant.registration.ImagePair;
import org.recourse.assistant.registration.JudgedRegistration;
import org.recourse.assistant.registration.KeptRegistration;
import org.recourse.dicom.registration.SpatialRegistrationFile;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.model.FrameOfReference;
import org.recourse.model.ModelFactory;
import org.recourse.model.PatientCase;
import org.recourse.model.Registration;
import org.recourse.model.RegistrationSource;
import org.recourse.model.edit.CaseEditing;
import org.recourse.registration.landmark.LandmarkPair;
import org.recourse.registration.quality.JacobianMap;
import org.recourse.registration.quality.LandmarkError;
import org.recourse.registration.quality.QualityReport;
import org.recourse.registration.quality.QualityThresholds;
import org.recourse.registration.search.SimilarityKind;
import org.recourse.registration.transform.ComposedTransform;
import org.recourse.registration.transform.DisplacementField;
import org.recourse.registration.transform.InverseCheck;
import org.recourse.registration.transform.RigidTransform;

/** What Accept on the page Align images writes and puts into the case. */
class AcceptTest {

  private static final GridGeometry GRID =
      new GridGeometry(10, 9, 8, new Vector3(-20, -20, -20), new Vector3(4, 4, 4));
  private static final ImagePair PAIR =
      new ImagePair(
          "2.25.11",
          "2.25.12",
          "2.25.1",
          "2.25.2",
          SimilarityKind.NORMALISED_CORRELATION,
          "B to A");
  private static final RigidTransform RIGID =
      new RigidTransform(new Vector3(0, 0, 0.1), new Vector3(5, 6, 7), Vector3.ZERO);

  @TempDir private Path folder;

  private final PatientCase patientCase = ModelFactory.eINSTANCE.createPatientCase();
  private final EditingDomain domain;
  private final Registration before = ModelFactory.eINSTANCE.createRegistration();

  AcceptTest() {
    for (String uid : List.of("2.25.1", "2.25.2")) {
      FrameOfReference frame = ModelFactory.eINSTANCE.createFrameOfReference();
      frame.setUid(uid);
      patientCase.getFramesOfReference().add(frame);
    }
    before.setFrom(patientCase.getFramesOfReference().get(0));
    before.setTo(patientCase.getFramesOfReference().get(1));
    patientCase.getRegistrations().add(before);
    domain = CaseEditing.newDomain(patientCase);
  }

  private static JudgedRegistration judged() {
    var monitor = new NullProgressMonitor();
    var whole =
        ComposedTransform.of(
            List.of(DisplacementField.of(GRID, new float[3 * GRID.voxelCount()]), RIGID));
    try (SliceExecutor executor = SliceExecutor.ofThreads(1)) {
      QualityReport report =
          QualityReport.judge(
              PAIR.label(),
              JacobianMap.of(RIGID, GRID, executor, monitor),
              InverseCheck.of(RIGID, RIGID.inverse(), GRID, executor, monitor),
              Optional.of(
                  LandmarkError.of(
                      RIGID,
                      List.of(
                          new LandmarkPair(
                              "C2", Vector3.ZERO, RIGID.apply(new Vector3(1, 0, 0)))))),
              Map.of(),
              Optional.empty(),
              QualityThresholds.tg132());
      return new JudgedRegistration(
          RIGID, Optional.of(whole), OptionalInt.empty(), report, 2, GRID);
    }
  }

  @Test
  void writesTheFilesOfTheCommandAndIsOneUndoStep() throws Exception {
    JudgedRegistration judged = judged();
    var kept = KeptRegistration.in(folder, patientCase, LocalDate.of(2026, 1, 5));
    var done = new ArrayList<KeptRegistration.Files>();
    var job =
        new KeepingJob(
            new KeepingJob.Request(kept, PAIR, judged, judged.quality().findings()), done::add);

    assertTrue(job.run(new NullProgressMonitor()).isOK());

    KeptRegistration.Files files = done.getFirst();
    JsonObject report =
        JsonParser.parseString(
                Files.readString(files.rigid().file().resolveSibling("quality.json")))
            .getAsJsonObject();
    assertEquals("recourse/register/1", report.get("schema").getAsString());
    assertEquals(
        files.deformablePath().orElseThrow(),
        report.getAsJsonObject("registrationFiles").get("deformable").getAsString());
    assertTrue(report.toString().contains("\"C2\""), report.toString());
    assertTrue(VerdictText.of(judged.quality()).contains("TG-132"));
    SpatialRegistrationFile.read(files.rigid().file());
    SpatialRegistrationFile.read(files.deformable().orElseThrow().file());

    Command command =
        AcceptCommand.of(domain, patientCase, PAIR, kept.entries(patientCase, PAIR, judged, files));
    domain.getCommandStack().execute(command);
    assertEquals(2, patientCase.getRegistrations().size());
    assertEquals(
        RegistrationSource.COMPUTED, patientCase.getRegistrations().getFirst().getSource());
    domain.getCommandStack().undo();
    assertEquals(List.of(before), patientCase.getRegistrations());
    domain.getCommandStack().redo();
    assertEquals(2, patientCase.getRegistrations().size());
  }
}
