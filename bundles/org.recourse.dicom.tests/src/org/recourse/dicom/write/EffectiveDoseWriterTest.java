/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.dicom.imports.ImportResult;
import org.recourse.dicom.internal.toolkit.DicomFiles;
import org.recourse.dicom.support.Imports;
import org.recourse.dicom.support.Spoil;
import org.recourse.dicom.support.TestStudy;
import org.recourse.dicom.voxels.DicomVoxels;
import org.recourse.dicom.voxels.DoseFile;
import org.recourse.grid.finding.Finding.Severity;
import org.recourse.grid.volume.DoseGrid;

class EffectiveDoseWriterTest {

  private static final double DOSE_TOLERANCE_GY = 1e-5;
  private static final String DERIVATION =
      "EQD2, alpha/beta 2 Gy, sum of: first course (70 Gy in 33), plan (60 Gy in 27). Recovery:"
          + " NONE.";

  @TempDir Path folder;

  private TestStudy study;
  private Path source;
  private Path earlier;

  @BeforeEach
  void write() throws Exception {
    study = new TestStudy(folder.resolve("study")).writeAll();
    source = folder.resolve("study/RD.dcm");
    earlier = folder.resolve("RD_earlier.dcm");
    Spoil.copy(
        source,
        earlier,
        a ->
            a.getSequence(Tag.ReferencedRTPlanSequence)
                .getFirst()
                .setString(Tag.ReferencedSOPInstanceUID, VR.UI, DicomUid.ofName("earlier plan")));
  }

  @Test
  void isReadBackAsEffectiveDose() throws Exception {
    DoseGrid eqd2 = study.dose(1.7f);

    WrittenObject written = write(List.of(earlier, source), eqd2, true);

    DoseFile read = new DicomVoxels().readDoseFile(written.file(), new NullProgressMonitor());
    assertEquals("EFFECTIVE", read.doseType());
    assertEquals("MULTI_PLAN", read.summation());
    assertEquals(TestStudy.FRAME, read.frameOfReferenceUid());
    assertEquals(written.sopInstanceUid(), read.sopInstanceUid());
    for (int i = 0; i < eqd2.geometry().voxelCount(); i++) {
      assertEquals(eqd2.doseGyAt(i), read.doseGy().doseGyAt(i), DOSE_TOLERANCE_GY);
    }
  }

  @Test
  void saysWhatItIsAndThatItIsSynthetic() throws Exception {
    Attributes object = DicomFiles.readAll(write(List.of(source), study.dose(1), true).file());
    Attributes original = DicomFiles.readAll(source);

    assertTrue(object.getString(Tag.DerivationDescription).contains(DERIVATION));
    assertTrue(object.getString(Tag.SeriesDescription).endsWith("(SYNTHETIC, research only)"));
    assertEquals(WrittenStudy.SYNTHETIC_NOTICE, object.getString(Tag.DoseComment));
    assertEquals("YES", object.getString(Tag.QualityControlSubject));
    assertEquals("PLAN", object.getString(Tag.DoseSummationType));
    assertEquals(original.getString(Tag.PatientID), object.getString(Tag.PatientID));
    assertEquals(original.getString(Tag.PatientName), object.getString(Tag.PatientName));
    for (int tag : new int[] {Tag.StudyInstanceUID, Tag.StudyDate, Tag.StudyID}) {
      assertEquals(original.getString(tag), object.getString(tag));
    }
    assertEquals(
        planOf(original), planOf(object), "the plan the dose belongs to is that of its source");
    assertNotEquals(
        original.getString(Tag.SeriesInstanceUID), object.getString(Tag.SeriesInstanceUID));
  }

  @Test
  void aDoseWithoutPlanIsStillCountedAsOne() throws Exception {
    Spoil.file(earlier, a -> a.remove(Tag.ReferencedRTPlanSequence));

    Attributes object =
        DicomFiles.readAll(write(List.of(earlier, source), study.dose(1), true).file());

    assertEquals("MULTI_PLAN", object.getString(Tag.DoseSummationType));
    assertEquals(1, object.getSequence(Tag.ReferencedRTPlanSequence).size());
  }

  @Test
  void aRealCaseIsForResearchOnlyAndNotSynthetic() throws Exception {
    Attributes object = DicomFiles.readAll(write(List.of(source), study.dose(1), false).file());

    assertTrue(object.getString(Tag.SeriesDescription).endsWith("(research only)"));
    assertTrue(object.getString(Tag.DoseComment).startsWith("Research only"));
    assertNull(object.getString(Tag.QualityControlSubject));
  }

  @Test
  void equalNumbersHaveOneUidAndOthersAnother() throws Exception {
    String first = write(List.of(source), study.dose(1), true).sopInstanceUid();

    assertEquals(first, write(List.of(source), study.dose(1), true).sopInstanceUid());
    assertNotEquals(first, write(List.of(source), study.dose(1.01f), true).sopInstanceUid());
  }

  @Test
  void isNeverSummedAfterAnImport() throws Exception {
    Files.move(
        write(List.of(source), study.dose(1), true).file(), folder.resolve("study/RD_eqd2.dcm"));

    ImportResult result = Imports.run(folder.resolve("study"), folder.resolve("case"));

    assertTrue(
        Imports.findings(result, Severity.ERROR, "EFFECTIVE").stream()
            .anyMatch(f -> f.text().contains("never summed or converted")));
  }

  /** An independent program reads the object; without that program the test is skipped. */
  @Test
  void dcmtkReadsEveryAttribute() throws Exception {
    Path file = write(List.of(earlier, source), study.dose(1), true).file();
    String dump = output("dcmdump", "+L", file.toString());

    assertTrue(dump.contains("[EFFECTIVE]"), dump);
    assertTrue(dump.contains("[MULTI_PLAN]"), dump);
    assertTrue(
        dump.lines().noneMatch(line -> line.startsWith("E:") || line.startsWith("W:")), dump);
  }

  /** The validator stops at 32-bit voxels, so it gets a copy with 16 bits; the rest is the same. */
  @Test
  void theValidatorFindsNoError() throws Exception {
    Path file = write(List.of(earlier, source), study.dose(1), true).file();
    Attributes object = DicomFiles.readAll(file);
    object.setInt(Tag.BitsAllocated, VR.US, 16);
    object.setInt(Tag.BitsStored, VR.US, 16);
    object.setInt(Tag.HighBit, VR.US, 15);
    object.setBytes(Tag.PixelData, VR.OW, new byte[2 * study.geometry().voxelCount()]);
    Path narrow = folder.resolve("eqd2-16-bit.dcm");
    DicomFiles.write(narrow, object);

    String report = output("dciodvfy", narrow.toString());

    assertTrue(report.contains("RTDose"), report);
    assertEquals(
        List.of(), report.lines().filter(line -> line.startsWith("Error")).toList(), report);
  }

  private static String output(String program, String... arguments) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of(program));
    command.addAll(List.of(arguments));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      Assumptions.abort(program + " is not installed: " + e.getMessage());
      throw e;
    }
    String text = new String(process.getInputStream().readAllBytes());
    process.waitFor();
    return text;
  }

  private static String planOf(Attributes dose) {
    return dose.getSequence(Tag.ReferencedRTPlanSequence)
        .getFirst()
        .getString(Tag.ReferencedSOPInstanceUID);
  }

  private WrittenObject write(List<Path> summed, DoseGrid eqd2, boolean synthetic)
      throws Exception {
    var spec =
        new EffectiveDoseSpec(
            "EQD2 sum, alpha/beta 2 Gy",
            DERIVATION,
            source,
            summed,
            LocalDateTime.of(2026, 1, 2, 3, 4, 5),
            synthetic);
    return new EffectiveDoseWriter()
        .write(folder.resolve("eqd2.dcm"), spec, eqd2, new NullProgressMonitor());
  }
}
