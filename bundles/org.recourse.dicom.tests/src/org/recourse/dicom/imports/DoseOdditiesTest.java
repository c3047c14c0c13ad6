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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.support.Imports;
import org.recourse.dicom.support.Spoil;
import org.recourse.dicom.support.TestStudy;
import org.recourse.grid.finding.Finding.Severity;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.model.DoseDistribution;
import org.recourse.model.DoseSummation;
import org.recourse.model.Plan;

/** One spoilt dose object at a time: it is named, and never summed as what it is not. */
class DoseOdditiesTest {

  private static final double DOSE_TOLERANCE_GY = 1e-5;

  @TempDir Path source;
  @TempDir Path caseFolder;

  @BeforeEach
  void write() throws Exception {
    new TestStudy(source).writeAll();
  }

  private ImportResult run() throws DicomReadException {
    return Imports.run(source, caseFolder);
  }

  private static void assertFound(
      ImportResult result, Severity severity, String affected, String part) {
    assertTrue(
        Imports.findings(result, severity, part).stream()
            .anyMatch(f -> f.affected().contains(affected)),
        () -> part + " about " + affected + " in " + result.findings());
  }

  private static Plan plan(ImportResult result) {
    return result.patientCase().getCourses().getFirst().getPlans().getFirst();
  }

  @ParameterizedTest
  @CsvSource({"RELATIVE", "CGY", "''"})
  void neverTakesOtherUnitsForGray(String units) throws Exception {
    Spoil.file(source.resolve("RD.dcm"), a -> a.setString(Tag.DoseUnits, VR.CS, units));

    ImportResult result = run();

    assertFound(result, Severity.ERROR, "RD.dcm (3004,0002)", "not gray");
    DoseDistribution dose = plan(result).getDoses().getFirst();
    assertTrue(dose.isRelative());
    assertThrows(DicomReadException.class, () -> Imports.dose(caseFolder, dose));
  }

  @Test
  void neverSumsEffectiveDose() throws Exception {
    Spoil.file(source.resolve("RD.dcm"), a -> a.setString(Tag.DoseType, VR.CS, "EFFECTIVE"));

    ImportResult result = run();

    assertFound(result, Severity.ERROR, "RD.dcm (3004,0004)", "not physical dose");
    assertEquals(DoseSummation.OTHER, plan(result).getDoses().getFirst().getSummation());
  }

  @Test
  void rejectsADoseWithoutScaling() throws Exception {
    Spoil.file(source.resolve("RD.dcm"), a -> a.remove(Tag.DoseGridScaling));

    ImportResult result = run();

    assertFound(result, Severity.ERROR, "RD.dcm (3004,000E)", "missing");
    assertEquals(2, plan(result).getDoses().size());
  }

  @Test
  void importsADoseWithoutPlan() throws Exception {
    Files.delete(source.resolve("RP.dcm"));

    ImportResult result = run();

    assertFound(result, Severity.WARNING, "RD.dcm", "no fraction number is known");
    assertEquals(3, plan(result).getDoses().size());
    assertFalse(plan(result).isSetImportedFractionCount());
    assertFound(result, Severity.ERROR, "RD_1.dcm", "beam that is not in the plan");
  }

  @Test
  void neverSumsABeamDoseOfAnUnknownBeam() throws Exception {
    Spoil.file(
        source.resolve("RD_1.dcm"),
        a ->
            a.getNestedDataset(Tag.ReferencedRTPlanSequence)
                .getNestedDataset(Tag.ReferencedFractionGroupSequence)
                .getNestedDataset(Tag.ReferencedBeamSequence)
                .setInt(Tag.ReferencedBeamNumber, VR.IS, 9));

    assertFound(run(), Severity.ERROR, "RD_1.dcm (300C,0006)", "never summed");
  }

  @Test
  void readsSixteenBitDose() throws Exception {
    Spoil.file(
        source.resolve("RD.dcm"),
        a -> {
          a.setInt(Tag.BitsAllocated, VR.US, 16);
          a.setInt(Tag.BitsStored, VR.US, 16);
          a.setInt(Tag.HighBit, VR.US, 15);
          a.setString(Tag.DoseGridScaling, VR.DS, "0.001");
          byte[] pixels = new byte[2 * 120];
          pixels[0] = (byte) 0x60;
          pixels[1] = (byte) 0xEA; // 60000
          a.setBytes(Tag.PixelData, VR.OW, pixels);
        });

    DoseGrid dose = Imports.dose(caseFolder, plan(run()).getDoses().getFirst());

    assertEquals(60, dose.doseGyAt(0, 0, 0), DOSE_TOLERANCE_GY);
  }

  @ParameterizedTest
  @CsvSource({
    "'0,-2.5,-5,-7.5,-10,-12.5',     -42.5, true,  false", // descending
    "'-30,-27.5,-25,-22.5,-20,-17.5', -30,   false, false", // absolute z
    "'-30,-32.5,-35,-37.5,-40,-42.5', -42.5, true,  false", // absolute z, descending
    "'5,7.5,10,12.5,15,17.5',         -30,   false, true" // starts elsewhere
  })
  void readsAnyFrameOffsets(String offsets, double lowestMm, boolean reversed, boolean doubtful)
      throws Exception {
    Spoil.file(
        source.resolve("RD.dcm"),
        a -> a.setString(Tag.GridFrameOffsetVector, VR.DS, offsets.split(",")));

    ImportResult result = run();
    DoseGrid dose = Imports.dose(caseFolder, plan(result).getDoses().getFirst());

    assertEquals(lowestMm, dose.geometry().originMm().z(), 1e-9);
    assertEquals(2.5, dose.geometry().spacingMm().z(), 1e-9);
    float lowest = TestStudy.doseGyAt(1, 2, reversed ? TestStudy.SIZE_Z - 1 : 0);
    assertEquals(lowest, dose.doseGyAt(1, 2, 0), DOSE_TOLERANCE_GY);
    assertEquals(
        doubtful, !Imports.findings(result, Severity.WARNING, "first frame offset").isEmpty());
  }
}
