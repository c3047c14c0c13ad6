/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.registration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.write.DeformableRegistrationWriter;
import org.recourse.dicom.write.DicomUid;
import org.recourse.dicom.write.RegistrationWriter;
import org.recourse.dicom.write.WrittenPatient;
import org.recourse.dicom.write.WrittenStudy;
import org.recourse.grid.geometry.AffineTransform;
import org.recourse.grid.geometry.Axes;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.model.Sex;

class SpatialRegistrationTest {

  /** Matrices are decimal text of 16 characters, displacements are floats. */
  private static final double TOLERANCE_MM = 1e-5;

  /** What a reader of another house may differ by. */
  private static final double PEER_TOLERANCE_MM = 0.05;

  private static final String FIXED = DicomUid.ofName("fixed");
  private static final String MOVING = DicomUid.ofName("moving");

  /** A quarter turn about z and a shift: (x, y, z) to (7 − y, x − 3, z + 2). */
  private static final AffineTransform QUARTER_TURN =
      AffineTransform.ofRows(new double[] {0, -1, 0, 7, 1, 0, 0, -3, 0, 0, 1, 2});

  private static final AffineTransform STRETCH =
      AffineTransform.ofRows(new double[] {1.1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0.9, 5});

  @TempDir Path folder;

  private static WrittenStudy study() {
    return new WrittenStudy(
        new WrittenPatient("T-1", "Test^", Optional.empty(), Sex.UNKNOWN),
        DicomUid.ofName("registration study"),
        "T1",
        "Test",
        LocalDate.of(2026, 3, 1),
        true);
  }

  /** Displacement (1 + x/4, 2, −z/2) by node index. */
  private static DeformationGrid grid(Axes axes) {
    var geometry = new GridGeometry(4, 3, 5, new Vector3(10, -20, 30), new Vector3(2, 3, 4), axes);
    float[] triplets = new float[3 * geometry.voxelCount()];
    for (int i = 0; i < geometry.voxelCount(); i++) {
      triplets[3 * i] = 1 + i % 4 / 4f;
      triplets[3 * i + 1] = 2;
      triplets[3 * i + 2] = -(i / 12) / 2f;
    }
    return DeformationGrid.of(geometry, triplets);
  }

  private SpatialMap roundTrip(SpatialMap map) throws Exception {
    Path file = folder.resolve("deformable.dcm");
    new DeformableRegistrationWriter(study()).write(file, 9, "deformed", map);
    SpatialRegistrationFile read = SpatialRegistrationFile.read(file);
    assertEquals("deformed", read.label());
    assertEquals(1, read.maps().size());
    return read.maps().getFirst();
  }

  @Test
  void theMatricesBeforeAndAfterTheDeformationAreHonoured() throws Exception {
    SpatialMap read =
        roundTrip(
            new SpatialMap(FIXED, MOVING, QUARTER_TURN, Optional.of(grid(Axes.PATIENT)), STRETCH));

    assertEquals(FIXED, read.fromFrameUid());
    assertEquals(MOVING, read.toFrameUid());
    // node (2, 1, 3) lies at (14, -17, 42); turned (24, 11, 44), moved by (1.5, 2, -1.5) to
    // (25.5, 13, 42.5), stretched to (28.05, 13, 43.25)
    Vector3 image = read.apply(new Vector3(14, -17, 42)).orElseThrow();
    assertEquals(0, image.distanceTo(new Vector3(28.05, 13, 43.25)), TOLERANCE_MM);
  }

  @Test
  void obliqueGridsKeepTheirPlaceAndTheirVectors() throws Exception {
    var axes = new Axes(new Vector3(0, 1, 0), new Vector3(0, 0, 1), new Vector3(1, 0, 0));
    SpatialMap written =
        new SpatialMap(
            FIXED,
            MOVING,
            AffineTransform.IDENTITY,
            Optional.of(grid(axes)),
            AffineTransform.IDENTITY);
    Vector3 p = grid(axes).geometry().toPatientMm(1.25, 0.5, 2.75);

    Vector3 expected = p.plus(new Vector3(1.3125, 2, -1.375));
    assertEquals(0, roundTrip(written).apply(p).orElseThrow().distanceTo(expected), TOLERANCE_MM);
  }

  @Test
  void undefinedNodesAndTheOutsideHaveNoImage() throws Exception {
    DeformationGrid whole = grid(Axes.PATIENT);
    float[] triplets = whole.displacementMm();
    triplets[0] = Float.NaN;
    DeformationGrid holed = DeformationGrid.of(whole.geometry(), triplets);
    SpatialMap read =
        roundTrip(
            new SpatialMap(
                FIXED, MOVING, AffineTransform.IDENTITY, Optional.of(holed), QUARTER_TURN));

    assertTrue(read.apply(new Vector3(10.5, -19, 31)).isEmpty());
    assertTrue(read.apply(new Vector3(9, -20, 30)).isEmpty());
    assertTrue(read.apply(new Vector3(14, -17, 42)).isPresent());
    assertEquals(1.0 / 60, read.deformation().orElseThrow().undefinedFraction(), 1e-12);
  }

  @Test
  void rigidRegistrationsAreReadAsMapsToTheirOwnFrame() throws Exception {
    Path file = folder.resolve("rigid.dcm");
    new RegistrationWriter(study()).write(file, 8, "rigid", MOVING, FIXED, QUARTER_TURN);

    SpatialRegistrationFile read = SpatialRegistrationFile.read(file);

    SpatialMap map = read.maps().getLast();
    assertEquals(MOVING, map.fromFrameUid());
    assertEquals(FIXED, map.toFrameUid());
    Vector3 image = map.apply(new Vector3(1, 2, 3)).orElseThrow();
    assertEquals(0, image.distanceTo(new Vector3(5, -2, 5)), TOLERANCE_MM);
  }

  /** Two matrices in one item: M1 · M2, the second acts first (PS3.3 C.20.2.1.1). */
  @Test
  void chainsOfMatricesAreMultipliedInTheOrderOfTheItems() throws Exception {
    Path one = folder.resolve("one.dcm");
    new RegistrationWriter(study()).write(one, 8, "chain", MOVING, FIXED, QUARTER_TURN);
    Path file = folder.resolve("chain.dcm");
    ChainedRegistration.write(one, file, ChainedRegistration.SHIFT);

    Vector3 image =
        SpatialRegistrationFile.read(file)
            .maps()
            .getLast()
            .apply(new Vector3(1, 2, 3))
            .orElseThrow();

    // shifted to (11, 2, 3), then turned: (7 - 2, 11 - 3, 3 + 2)
    assertEquals(0, image.distanceTo(new Vector3(5, 8, 5)), TOLERANCE_MM);
  }

  /** An independent reader finds the same points: dcmdump of DCMTK, where it is installed. */
  @Test
  void dcmtkReadsTheSameRigidMatrix() throws Exception {
    Path program = Path.of("/usr/bin/dcmdump");
    assumePresent(program, "dcmtk");
    var turn = AffineTransform.ofRows(turnRows(0.1234));
    Path file = folder.resolve("rigid.dcm");
    new RegistrationWriter(study()).write(file, 8, "rigid", MOVING, FIXED, turn);

    String text = output(program.toString(), "+L", "+P", "3006,00c6", file.toString());

    String[] lines = text.strip().split("\\R");
    assertEquals(2, lines.length, text);
    String numbers = lines[1].substring(lines[1].indexOf('[') + 1, lines[1].indexOf(']'));
    AffineTransform read =
        AffineTransform.ofMatrix4x4(
            Arrays.stream(numbers.split("\\\\")).mapToDouble(Double::parseDouble).toArray());
    for (Vector3 p : List.of(new Vector3(250, -250, 250), new Vector3(-250, 250, 0))) {
      assertEquals(0, read.apply(p).distanceTo(turn.apply(p)), PEER_TOLERANCE_MM);
    }
  }

  /**
   * plastimatch 1.9 writes rigid registrations as DICOM and reads none, so it is the writer here:
   * what it wrote from an ITK transform must give the same points.
   */
  @Test
  void plastimatchWritesWhatIsReadHere() throws Exception {
    Path program = Path.of("/usr/bin/plastimatch");
    assumePresent(program, "plastimatch");
    Path transform = folder.resolve("rigid.tfm");
    Files.writeString(
        transform,
        "#Insight Transform File V1.0\n#Transform 0\nTransform: AffineTransform_double_3_3\n"
            + "Parameters: 0 -1 0 1 0 0 0 0 1 7 -3 2\nFixedParameters: 0 0 0\n");
    Path image = folder.resolve("image.mha");
    output(
        program.toString(),
        "synth",
        "--output",
        image.toString(),
        "--dim",
        "10",
        "--pattern",
        "gauss");
    Path out = folder.resolve("sro");
    output(
        program.toString(),
        "xf-convert",
        "--input",
        transform.toString(),
        "--output-dicom",
        out.toString(),
        "--fixed-image",
        image.toString(),
        "--moving-image",
        image.toString());
    Path written;
    try (var files = Files.walk(out)) {
      written =
          files
              .filter(f -> Files.isRegularFile(f) && f.getFileName().toString().startsWith("sro"))
              .findFirst()
              .orElseThrow(() -> new AssertionError("plastimatch wrote no registration"));
    }

    List<SpatialMap> maps = SpatialRegistrationFile.read(written).maps();

    Vector3 p = new Vector3(1, 2, 3);
    Vector3 there = QUARTER_TURN.apply(p);
    boolean sameEitherWay =
        maps.stream()
            .anyMatch(
                map ->
                    map.apply(p).orElseThrow().distanceTo(there) < PEER_TOLERANCE_MM
                        || map.apply(there).orElseThrow().distanceTo(p) < PEER_TOLERANCE_MM);
    assertTrue(sameEitherWay, maps.toString());
  }

  private static double[] turnRows(double rad) {
    double c = Math.cos(rad);
    double s = Math.sin(rad);
    return new double[] {c, -s, 0, 12.3456789, s, c, 0, -45.678, 0, 0, 1, 7.001};
  }

  private static void assumePresent(Path program, String name) {
    if (!Files.isExecutable(program)) {
      System.getLogger(SpatialRegistrationTest.class.getName())
          .log(System.Logger.Level.INFO, "skipped, peer absent: " + name);
    }
    Assumptions.assumeTrue(Files.isExecutable(program), "peer absent: " + name);
  }

  private String output(String... command) throws Exception {
    Path log = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    int code = process.waitFor();
    String text = Files.readString(log);
    assertEquals(0, code, text);
    return text;
  }

  /** An independent reader must find the same numbers: dcm2json of DCMTK, where it is installed. */
  @Test
  void dcmtkReadsTheSameMatrixAndVectors() throws Exception {
    Path program = Path.of("/usr/bin/dcm2json");
    assumePresent(program, "dcmtk");
    Path file = folder.resolve("deformable.dcm");
    DeformationGrid grid = grid(Axes.PATIENT);
    new DeformableRegistrationWriter(study())
        .write(
            file,
            9,
            "deformed",
            new SpatialMap(
                FIXED, MOVING, QUARTER_TURN, Optional.of(grid), AffineTransform.IDENTITY));
    Path json = folder.resolve("out.json");
    Process process =
        new ProcessBuilder(program.toString(), file.toString(), json.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log.txt").toFile())
            .start();
    assertEquals(0, process.waitFor(), Files.readString(folder.resolve("log.txt")));
    String text = Files.readString(json).replaceAll("\\s", "");

    assertTrue(
        text.contains("\"300600C6\":{\"vr\":\"DS\",\"Value\":[0,-1,0,7,1,0,0,-3,0,0,1,2,0,0,0,1]"),
        text);
    String key = "\"00640009\":{\"vr\":\"OF\",\"InlineBinary\":\"";
    int from = text.indexOf(key) + key.length();
    byte[] bytes = Base64.getDecoder().decode(text.substring(from, text.indexOf('"', from)));
    float[] read = new float[bytes.length / 4];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(read);
    assertArrayEquals(grid.displacementMm(), read);
  }

  @Test
  void otherObjectsAreRefused() throws Exception {
    Path absent = folder.resolve("absent.dcm");

    assertThrows(DicomReadException.class, () -> SpatialRegistrationFile.read(absent));
  }
}
