/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.toolkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.DicomWriteException;
import org.recourse.dicom.support.TestStudy;

/** The guards of releng/decisions/0002-dicom-toolkit.md, one test at least for each. */
class GuardsTest {

  @TempDir Path folder;
  private Path image;

  @BeforeEach
  void write() throws Exception {
    new TestStudy(folder).writeCt();
    image = folder.resolve("CT1/CT_001.dcm");
  }

  @ParameterizedTest
  @CsvSource({
    ",                       ISO-8859-1, Müller^Jörg", // G1: no character set stated
    "ISO_IR 100,             ISO-8859-1, Müller^Jörg",
    "ISO_IR 192,             UTF-8,      王^小东",
    "GB18030,                GB18030,    王^小东",
    "ISO_IR 144,             ISO-8859-5, Люкceмбypг"
  })
  void g1DecodesNamesOfEveryCharacterSet(String charset, String encoding, String name)
      throws Exception {
    Attributes attributes = new Attributes();
    if (charset != null) {
      attributes.setString(Tag.SpecificCharacterSet, VR.CS, charset);
    }
    attributes.setBytes(Tag.PatientName, VR.PN, name.getBytes(Charset.forName(encoding)));

    Dataset data = new Dataset(image, attributes);

    assertTrue(DicomFiles.hasDicomMark(image)); // the seam is loaded, as it is before any reading
    assertEquals(name, data.text(Tag.PatientName).orElseThrow());
    assertEquals(
        charset == null, data.hasUndeclaredText(Tag.PatientName, Tag.SpecificCharacterSet));
  }

  @Test
  void g2WritesUtf8WhateverWasRead() throws Exception {
    Attributes attributes = DicomFiles.readAll(image);
    attributes.setString(Tag.SpecificCharacterSet, VR.CS, "ISO 2022 IR 58");
    attributes.setString(Tag.PatientName, VR.PN, "王^小东");
    DicomFiles.write(image, attributes);

    Dataset read = Dataset.of(DicomFiles.readHeader(image));
    assertEquals("ISO_IR 192", read.text(Tag.SpecificCharacterSet).orElseThrow());
    assertEquals("王^小东", read.text(Tag.PatientName).orElseThrow());
    assertTrue(contains(Files.readAllBytes(image), "王^小东".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void g3RewritesEncapsulatedPixels() throws Exception {
    Path compressed = folder.resolve("rle.dcm");
    try (InputStream in = GuardsTest.class.getResourceAsStream("/testdata/compressed/rle.dcm")) {
      Files.copy(in, compressed);
    }
    Attributes attributes = DicomFiles.readAll(compressed);
    assertFalse(
        ((Fragments) attributes.getValue(Tag.PixelData))
            .stream().anyMatch(String.class::isInstance));
    Path copy = folder.resolve("copy.dcm");

    DicomFiles.write(copy, attributes, TransferSyntax.RLE_LOSSLESS.uid());

    short[] first = decoded(compressed);
    short[] second = decoded(copy);
    assertTrue(Arrays.equals(first, second));
  }

  @Test
  void g4NamesThisImplementationInTheFile() throws Exception {
    try (InputStream raw = Files.newInputStream(image);
        var in = new ImageInputStream(raw)) {
      Attributes meta = in.readFileMetaInformation();
      assertEquals(DicomFiles.IMPLEMENTATION_CLASS_UID, meta.getString(Tag.ImplementationClassUID));
      assertEquals(
          DicomFiles.IMPLEMENTATION_VERSION, meta.getString(Tag.ImplementationVersionName));
    }
  }

  @Test
  void g5ReportsWhatIsNoDicomAsOneTypedException() throws Exception {
    Path text = folder.resolve("notes.txt");
    Files.writeString(text, "no DICOM at all, only a few words that are long enough to be read");

    var refused = assertThrows(DicomReadException.class, () -> DicomFiles.readHeader(text));
    assertEquals(text, refused.file());
    assertTrue(refused.getMessage().contains("cannot be read as DICOM"), refused.getMessage());
  }

  @Test
  void g5ReportsATruncatedHeaderWithItsPosition() throws Exception {
    byte[] bytes = Files.readAllBytes(image);
    Path cut = folder.resolve("cut.dcm");
    Files.write(cut, Arrays.copyOf(bytes, 400));

    var refused = assertThrows(DicomReadException.class, () -> DicomFiles.readHeader(cut));
    assertTrue(refused.getMessage().contains("ends early, at byte"), refused.getMessage());
  }

  @Test
  void g6LeavesTheRegistryOfImageIoAlone() throws Exception {
    Path compressed = folder.resolve("sv1.dcm");
    try (InputStream in = GuardsTest.class.getResourceAsStream("/testdata/compressed/sv1.dcm")) {
      Files.copy(in, compressed);
    }
    Set<String> before = readerProviders();

    decoded(compressed);

    assertEquals(before, readerProviders());
  }

  private static Set<String> readerProviders() {
    Set<String> names = new HashSet<>();
    IIORegistry.getDefaultInstance()
        .getServiceProviders(ImageReaderSpi.class, false)
        .forEachRemaining(spi -> names.add(spi.toString()));
    return names;
  }

  @Test
  void g7KeepsTheOldFileWhenTheEncoderFails() throws Exception {
    byte[] before = Files.readAllBytes(image);
    Attributes broken = DicomFiles.readAll(image);
    broken.remove(Tag.SOPInstanceUID);

    assertThrows(DicomWriteException.class, () -> DicomFiles.write(image, broken));

    assertTrue(Arrays.equals(before, Files.readAllBytes(image)));
    try (Stream<Path> files = Files.list(image.getParent())) {
      assertEquals(TestStudy.SIZE_Z, files.count()); // no temporary file is left
    }
  }

  private static short[] decoded(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    return PixelData.of(DicomFiles.readHeader(file, bytes), bytes).storedShorts(0);
  }

  private static boolean contains(byte[] bytes, byte[] part) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .contains(new String(part, StandardCharsets.ISO_8859_1));
  }
}
