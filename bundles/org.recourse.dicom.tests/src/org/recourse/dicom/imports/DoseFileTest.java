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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.VR;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.support.Spoil;
import org.recourse.dicom.support.TestStudy;
import org.recourse.dicom.voxels.DicomVoxels;
import org.recourse.dicom.voxels.DoseFile;

/** A dose file that is read without a case. */
class DoseFileTest {

  private static final double DOSE_TOLERANCE_GY = 1e-5;

  @TempDir Path folder;

  @BeforeEach
  void write() throws Exception {
    new TestStudy(folder).writeAll();
  }

  @Test
  void givesTheDoseAndWhatItIs() throws Exception {
    DoseFile dose = read("RD.dcm");

    assertEquals("PHYSICAL", dose.doseType());
    assertEquals("PLAN", dose.summation());
    assertEquals(TestStudy.FRAME, dose.frameOfReferenceUid());
    assertEquals(TestStudy.doseGyAt(3, 2, 4), dose.doseGy().doseGyAt(3, 2, 4), DOSE_TOLERANCE_GY);
    assertTrue(dose.findings().isEmpty());
  }

  @Test
  void saysWhatWasAssumedAboutTheFrames() throws Exception {
    Spoil.file(
        folder.resolve("RD.dcm"),
        a -> a.setString(Tag.GridFrameOffsetVector, VR.DS, "7", "9.5", "12", "14.5", "17", "19.5"));

    assertTrue(read("RD.dcm").findings().getFirst().text().contains("neither 0 nor"));
  }

  @Test
  void refusesAnotherKindOfObject() {
    assertRefused("RP.dcm", "(0008,0016)", "no RTDOSE object but RTPLAN");
  }

  @Test
  void refusesRelativeUnits() throws Exception {
    Spoil.file(folder.resolve("RD.dcm"), a -> a.setString(Tag.DoseUnits, VR.CS, "RELATIVE"));

    assertRefused("RD.dcm", "(3004,0002)", "not gray");
  }

  @Test
  void refusesAFileThatIsNotThere() {
    assertRefused("nothing.dcm", "", "");
  }

  @Test
  void refusesWhatIsNoDicom() throws Exception {
    Files.writeString(folder.resolve("letter.txt"), "Dear colleague");

    assertRefused("letter.txt", "", "");
  }

  private void assertRefused(String file, String tag, String part) {
    DicomReadException refused = assertThrows(DicomReadException.class, () -> read(file));
    assertTrue(refused.tag().contains(tag), refused::getMessage);
    assertTrue(refused.getMessage().contains(part), refused::getMessage);
    assertTrue(refused.getMessage().contains(file), refused::getMessage);
  }

  private DoseFile read(String file) throws DicomReadException {
    return new DicomVoxels().readDoseFile(folder.resolve(file), new NullProgressMonitor());
  }
}
