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
import java.time.LocalDate;
import java.util.Arrays;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.support.Imports;
import org.recourse.dicom.support.Spoil;
import org.recourse.dicom.support.TestStudy;
import org.recourse.dicom.write.ImageSeriesSpec;
import org.recourse.dicom.write.ImageSeriesSpec.MrTiming;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.finding.Finding.Severity;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.volume.ImageVolume;
import org.recourse.model.CourseKind;
import org.recourse.model.ImageRole;
import org.recourse.model.ImageSeries;
import org.recourse.model.Plan;

/** One spoilt file or folder at a time: it is named, and the rest is imported. */
class OdditiesTest {

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

  private static ImageSeries series(ImportResult result) {
    return result.patientCase().getImageSeries().getFirst();
  }

  private static Plan plan(ImportResult result) {
    return result.patientCase().getCourses().getFirst().getPlans().getFirst();
  }

  @Test
  void aGoodFolderHasNoErrors() throws Exception {
    assertTrue(run().findings().stream().noneMatch(f -> f.severity() == Severity.ERROR));
  }

  @Test
  void namesFilesThatAreNoDicom() throws Exception {
    Files.writeString(source.resolve("README.md"), "# words");

    assertFound(run(), Severity.INFO, "README.md", "no DICOM file");
  }

  @Test
  void namesATruncatedFileAndKeepsTheRest() throws Exception {
    Path slice = source.resolve("CT1/CT_006.dcm");
    byte[] bytes = Files.readAllBytes(slice);
    Files.write(slice, Arrays.copyOf(bytes, bytes.length - 10));
    Path structures = source.resolve("RS.dcm");
    bytes = Files.readAllBytes(structures);
    Files.write(structures, Arrays.copyOf(bytes, bytes.length / 2));

    ImportResult result = run();

    assertFound(result, Severity.ERROR, "CT1/CT_006.dcm (7FE0,0010) PixelData", "end early");
    assertFound(result, Severity.ERROR, "RS.dcm", "ends early");
    assertEquals(5, series(result).getInstances().size());
    assertEquals(3, plan(result).getDoses().size());
  }

  @Test
  void namesAGapAndInterpolatesIt() throws Exception {
    Files.delete(source.resolve("CT1/CT_003.dcm"));

    ImportResult result = run();
    ImageVolume image = Imports.image(caseFolder, series(result));

    assertFound(result, Severity.ERROR, "CT1/CT_002.dcm", "1 slices are missing before CT1/CT_004");
    assertEquals(TestStudy.SIZE_Z, image.geometry().sizeZ());
    assertEquals(TestStudy.intensityAt(1, 1, 2), image.intensityAt(1, 1, 2));
  }

  @Test
  void namesUnequalSpacing() throws Exception {
    Spoil.file(
        source.resolve("CT1/CT_006.dcm"),
        a -> a.setString(Tag.ImagePositionPatient, VR.DS, "-10", "20", "-18.75"));

    ImportResult result = run();

    assertFound(result, Severity.WARNING, "CT1/CT_001.dcm", "unequally spaced");
    ImageVolume image = Imports.image(caseFolder, series(result));
    assertEquals(1.25, image.geometry().spacingMm().z(), 1e-9);
    assertEquals(TestStudy.intensityAt(2, 2, 5), image.intensityAt(2, 2, 9));
  }

  @Test
  void namesADuplicateSlice() throws Exception {
    Spoil.copy(
        source.resolve("CT1/CT_003.dcm"),
        source.resolve("CT1/copy.dcm"),
        a -> {
          a.setString(Tag.SOPInstanceUID, VR.UI, "2.25.77");
          a.setInt(Tag.InstanceNumber, VR.IS, 99);
        });

    ImportResult result = run();

    assertFound(result, Severity.ERROR, "CT1/copy.dcm", "duplicate slice");
    assertEquals(6, series(result).getInstances().size());
  }

  @Test
  void namesCopiesAndClashesOfAnObject() throws Exception {
    Files.copy(source.resolve("RP.dcm"), source.resolve("RP_copy.dcm"));
    Spoil.copy(
        source.resolve("RD.dcm"),
        source.resolve("RD_clash.dcm"),
        a -> a.setString(Tag.DoseComment, VR.LO, "changed"));

    ImportResult result = run();

    assertFound(result, Severity.INFO, "RP_copy.dcm", "copy of RP.dcm");
    assertFound(result, Severity.ERROR, "RD_clash.dcm (0008,0018)", "other content");
  }

  @Test
  void namesALocaliserOfAnotherOrientation() throws Exception {
    Spoil.copy(
        source.resolve("CT1/CT_001.dcm"),
        source.resolve("CT1/scout.dcm"),
        a -> {
          a.setString(Tag.SOPInstanceUID, VR.UI, "2.25.78");
          a.setString(Tag.ImageOrientationPatient, VR.DS, "1", "0", "0", "0", "0", "-1");
        });

    ImportResult result = run();

    assertFound(result, Severity.ERROR, "scout.dcm (0020,0037)", "orientation");
    assertEquals(6, series(result).getInstances().size());
  }

  @Test
  void refusesATiltedStack() throws Exception {
    for (int z = 1; z <= 6; z++) {
      double shifted = 20 + z;
      Spoil.file(
          source.resolve("CT1/CT_00" + z + ".dcm"),
          a ->
              a.setString(
                  Tag.ImagePositionPatient,
                  VR.DS,
                  "-10",
                  Double.toString(shifted),
                  Double.toString(-30 + 2.5 * (shifted - 21))));
    }

    ImportResult result = run();

    assertFound(result, Severity.ERROR, "CT_001.dcm", "gantry tilt");
    assertTrue(result.patientCase().getImageSeries().isEmpty());
    assertFound(result, Severity.WARNING, "RS.dcm", "no images");
  }

  @Test
  void namesMissingRescale() throws Exception {
    Spoil.file(source.resolve("CT1/CT_002.dcm"), a -> a.remove(Tag.RescaleIntercept));

    assertFound(run(), Severity.ERROR, "CT1/CT_002.dcm", "no Hounsfield units");
  }

  @Test
  void readsUnsignedValuesAboveTheSignedRange() throws Exception {
    for (int z = 1; z <= 6; z++) {
      Spoil.file(
          source.resolve("CT1/CT_00" + z + ".dcm"),
          a -> {
            a.setInt(Tag.PixelRepresentation, VR.US, 0);
            a.setString(Tag.RescaleIntercept, VR.DS, "-1024");
            byte[] pixels = new byte[40];
            pixels[0] = (byte) 0xFF;
            pixels[1] = (byte) 0xFF;
            a.setBytes(Tag.PixelData, VR.OW, pixels);
          });
    }

    ImageVolume image = Imports.image(caseFolder, series(run()));

    assertEquals(65535 - 1024, image.intensityAt(0, 0, 0));
    assertEquals(-1024, image.intensityAt(1, 0, 0));
  }

  @Test
  void leavesOutAnotherPatient() throws Exception {
    Spoil.file(source.resolve("RD_2.dcm"), a -> a.setString(Tag.PatientID, VR.LO, "someone"));

    ImportResult result = run();

    assertFound(result, Severity.ERROR, "RD_2.dcm (0010,0020)", "belongs to patient 'someone'");
    assertEquals(2, plan(result).getDoses().size());
    assertFound(result, Severity.WARNING, "RP.dcm", "no dose of their own");
  }

  @Test
  void namesDifferingNamesOfOnePatient() throws Exception {
    Spoil.file(source.resolve("RP.dcm"), a -> a.setString(Tag.PatientName, VR.PN, "Wang"));

    assertFound(run(), Severity.WARNING, "RP.dcm (0010,0010)", "'Wang'");
  }

  @Test
  void groupsPlansIntoCoursesByDate() throws Exception {
    Path earlier = Files.createDirectory(source.resolve("earlier"));
    new TestStudy(earlier, "王^小东", LocalDate.of(2021, 3, 1), Axes.PATIENT).writeAll();

    ImportResult result = run();

    var courses = result.patientCase().getCourses();
    assertEquals(2, courses.size());
    assertEquals(CourseKind.PREVIOUS, courses.getFirst().getKind());
    assertEquals("TestPlan (2021-03-01)", courses.getFirst().getLabel());
    assertEquals(CourseKind.PLANNED, courses.getLast().getKind());
    assertFound(result, Severity.WARNING, "RP.dcm", "taken as the planned course");
  }

  @Test
  void assignsRolesToMrSeriesAndSaysSo() throws Exception {
    var study = new TestStudy(source);
    var timing = new MrTiming(500, 10);
    study.writeImages(ImageSeriesSpec.mr(21, "T1", TestStudy.FRAME, timing));
    study.writeImages(
        ImageSeriesSpec.mr(22, "T1 contrast", TestStudy.FRAME, timing).withContrastAgent("Gd"));
    study.writeImages(ImageSeriesSpec.mr(23, "T2", TestStudy.FRAME, new MrTiming(4000, 90)));

    ImportResult result = run();

    assertEquals(
        java.util.List.of(ImageRole.PLANNING_CT, ImageRole.T1, ImageRole.T1C, ImageRole.T2),
        result.patientCase().getImageSeries().stream().map(ImageSeries::getRole).toList());
    assertEquals(3, Imports.findings(result, Severity.INFO, "is taken as").size());
  }

  @Test
  void namesStructuresThatReferToMissingImages() throws Exception {
    for (int z = 1; z <= 6; z++) {
      String uid = "2.25.10" + z;
      Spoil.file(
          source.resolve("CT1/CT_00" + z + ".dcm"),
          a -> a.setString(Tag.SOPInstanceUID, VR.UI, uid));
    }

    ImportResult result = run();

    assertFound(result, Severity.WARNING, "RS.dcm (3006,0016)", "6 of 6 images");
    assertFound(result, Severity.WARNING, "RS.dcm (3006,0016)", "4 of 4 lie on a slice");
  }

  @Test
  void namesADoseInAnotherFrame() throws Exception {
    Spoil.file(
        source.resolve("RD.dcm"), a -> a.setString(Tag.FrameOfReferenceUID, VR.UI, "2.25.5"));

    assertFound(run(), Severity.WARNING, "2.25.5", "no registration joins them");
  }

  @Test
  void leavesOutUnusableContours() throws Exception {
    Spoil.file(
        source.resolve("RS.dcm"),
        a -> {
          Attributes roi = a.getSequence(Tag.ROIContourSequence).get(0);
          Attributes contour = roi.getSequence(Tag.ContourSequence).get(0);
          contour.setString(Tag.ContourData, VR.DS, "1", "2", "3", "4");
        });

    assertFound(run(), Severity.ERROR, "RS.dcm (3006,0040)", "1 of 3 contours of 'PTV'");
  }

  @Test
  void refusesARegistrationThatIsNotRigid() throws Exception {
    Spoil.file(
        source.resolve("REG.dcm"),
        a ->
            a.getSequence(Tag.RegistrationSequence)
                .get(1)
                .getNestedDataset(Tag.MatrixRegistrationSequence)
                .getNestedDataset(Tag.MatrixSequence)
                .setString(
                    Tag.FrameOfReferenceTransformationMatrix,
                    VR.DS,
                    "1.1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1".split(" ")));

    ImportResult result = run();

    assertFound(result, Severity.ERROR, "REG.dcm (3006,00C6)", "only rigid");
    assertTrue(result.patientCase().getRegistrations().isEmpty());
  }

  @Test
  void namesAnUnsupportedClass() throws Exception {
    Spoil.copy(
        source.resolve("RP.dcm"),
        source.resolve("ion.dcm"),
        a -> {
          a.setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.481.8");
          a.setString(Tag.SOPInstanceUID, VR.UI, "2.25.9");
        });

    assertFound(run(), Severity.ERROR, "ion.dcm (0008,0016)", "RT ion plan");
  }

  @Test
  void refusesAFolderWithNothingUsable() throws Exception {
    Path words = Files.createDirectory(source.resolve("words"));
    Files.writeString(words.resolve("a.txt"), "words");

    assertThrows(DicomReadException.class, () -> Imports.run(words, caseFolder));
    assertFalse(Files.exists(caseFolder.resolve("dicom")));
  }

  @Test
  void sortsFindingsBySeverity() throws Exception {
    Files.writeString(source.resolve("README.md"), "# words");
    Spoil.file(source.resolve("RD.dcm"), a -> a.setString(Tag.DoseUnits, VR.CS, "RELATIVE"));

    var severities = run().findings().stream().map(Finding::severity).toList();

    assertEquals(Severity.ERROR, severities.getFirst());
    assertEquals(Severity.INFO, severities.getLast());
  }
}
