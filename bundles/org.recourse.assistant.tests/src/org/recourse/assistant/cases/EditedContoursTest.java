/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.assistant.cases;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recourse.dicom.DicomReadException;
import org.recourse.grid.contour.ContourSet;
import org.recourse.grid.contour.PlanarContour;

/** Contours drawn here: named by content, saved as a whole, never believed when damaged. */
class EditedContoursTest {

  private static final ContourSet TRIANGLE =
      new ContourSet(
          List.of(PlanarContour.of(new double[] {0, 0, 1, 1.0 / 3, 0, 1, 0, Math.PI, 1})));

  @TempDir private Path caseFolder;

  @Test
  void savedContoursComeBackBitByBit() throws IOException, DicomReadException {
    var edited = new EditedContours(Optional.of(caseFolder));
    String digest = edited.add(TRIANGLE);
    edited.save(List.of(digest));

    ContourSet read = new EditedContours(Optional.of(caseFolder)).contours(digest);

    assertArrayEquals(TRIANGLE.contours().getFirst().xyzMm(), read.contours().getFirst().xyzMm());
    try (Stream<Path> files = Files.list(caseFolder.resolve(EditedContours.FOLDER))) {
      assertEquals(
          List.of(digest + ".contours"), files.map(f -> f.getFileName().toString()).toList());
    }
  }

  @Test
  void equalContoursHaveOneNameAndNoneHasOneToo() {
    var edited = new EditedContours(Optional.empty());

    assertEquals(edited.add(TRIANGLE), edited.add(new ContourSet(TRIANGLE.contours())));
    assertEquals(64, edited.add(new ContourSet(List.of())).length());
  }

  @Test
  void nothingIsWrittenBeforeASave() {
    var edited = new EditedContours(Optional.of(caseFolder));
    edited.add(TRIANGLE);

    assertFalse(Files.exists(caseFolder.resolve(EditedContours.FOLDER)));
  }

  @Test
  void aDamagedFileIsRefusedWithARemedy() throws IOException {
    var edited = new EditedContours(Optional.of(caseFolder));
    String digest = edited.add(TRIANGLE);
    edited.save(List.of(digest));
    Path file = caseFolder.resolve(EditedContours.FOLDER).resolve(digest + ".contours");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 1] ^= 1;
    Files.write(file, bytes);

    var problem =
        assertThrows(
            DicomReadException.class,
            () -> new EditedContours(Optional.of(caseFolder)).contours(digest));

    assertTrue(problem.sentence().contains("Restore"), problem.sentence());
  }

  @Test
  void aMissingFileIsRefused() {
    assertThrows(
        DicomReadException.class,
        () -> new EditedContours(Optional.of(caseFolder)).contours("0".repeat(64)));
  }

  @Test
  void trailingBytesAreDamage() {
    byte[] bytes = ContourFile.bytes(TRIANGLE);
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);

    assertThrows(IOException.class, () -> ContourFile.contours(longer));
    assertThrows(IOException.class, () -> ContourFile.contours(new byte[3]));
  }
}
