/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.dicom.registration.ChainedRegistration;
import org.recourse.dicom.registration.DeformationGrid;
import org.recourse.dicom.registration.SpatialMap;
import org.recourse.dicom.support.Imports;
import org.recourse.dicom.support.TestStudy;
import org.recourse.grid.finding.Finding.Severity;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.Registration;
import org.recourse.model.course.RegistrationForm;

/** Registrations of other houses: chains of matrices and deformations. */
class RegistrationOdditiesTest {

  @TempDir private Path source;
  @TempDir private Path caseFolder;

  @BeforeEach
  void write() throws Exception {
    new TestStudy(source).writeAll();
  }

  private static void assertWarned(ImportResult result, String affected, String part) {
    assertTrue(
        Imports.findings(result, Severity.WARNING, part).stream()
            .anyMatch(f -> f.affected().contains(affected)),
        () -> part + " about " + affected + " in " + result.findings());
  }

  @Test
  void honoursAChainOfMatricesAndSaysWhatHangsOnItsOrder() throws Exception {
    AffineTransform turn =
        AffineTransform.ofRows(new double[] {0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0});
    Path one = source.resolve("REG.dcm");
    AffineTransform first =
        matrix(Imports.run(source, caseFolder).patientCase().getRegistrations().getFirst());
    ChainedRegistration.write(one, one, turn);
    Path second = Files.createDirectory(caseFolder.resolve("second"));

    ImportResult result = Imports.run(source, second);

    AffineTransform chain = matrix(result.patientCase().getRegistrations().getFirst());
    Vector3 p = new Vector3(30, -20, 10);
    assertEquals(0, chain.apply(p).distanceTo(first.apply(turn.apply(p))), 1e-6);
    assertWarned(result, "REG.dcm", "chain of matrices");
  }

  private static AffineTransform matrix(Registration registration) {
    return AffineTransform.ofMatrix4x4(
        registration.getMatrix().stream().mapToDouble(Double::doubleValue).toArray());
  }

  @Test
  void keepsADeformableRegistrationAsAFileThatCarriesNothing() throws Exception {
    var nodes = new GridGeometry(2, 2, 2, Vector3.ZERO, new Vector3(50, 50, 50));
    SpatialMap map =
        new SpatialMap(
            "2.25.7",
            "2.25.8",
            AffineTransform.IDENTITY,
            Optional.of(DeformationGrid.of(nodes, new float[24])),
            AffineTransform.IDENTITY);
    ChainedRegistration.writeDeformable(source.resolve("REG.dcm"), source.resolve("DEF.dcm"), map);

    ImportResult result = Imports.run(source, caseFolder);

    assertWarned(result, "DEF.dcm", "has had no quality assurance");
    Registration kept = result.patientCase().getRegistrations().getLast();
    assertTrue(RegistrationForm.isDeformable(kept));
    assertTrue(kept.getMatrix().isEmpty());
    assertEquals("2.25.8", kept.getFrom().getUid());
    assertTrue(Files.exists(caseFolder.resolve(kept.getReference().getRelativePath())));
  }
}
