/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.toolkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.jaiimageio.jpeg2000.J2KImageReadParam;
import com.github.jaiimageio.jpeg2000.J2KImageWriteParam;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.spi.ImageWriterSpi;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.Fragments;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.data.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.dicom.DicomReadException;
import org.recourse.dicom.support.Spoil;
import org.recourse.dicom.support.TestStudy;

class PixelDataTest {

  private static final int SLICE = 2;

  @TempDir Path folder;
  private Path image;

  @BeforeEach
  void write() throws Exception {
    new TestStudy(folder).writeCt();
    image = folder.resolve("CT1/CT_003.dcm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rle.dcm", "sv1.dcm", "lossless.dcm"})
  void decodesLosslessCompressionExactly(String name) throws Exception {
    assertArrayEquals(expected(), decoded(testFile(name)));
  }

  @Test
  void decodesPlainPixels() throws Exception {
    assertArrayEquals(expected(), decoded(image));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.2"})
  void decodesEveryPlainTransferSyntax(String syntax) throws Exception {
    Attributes attributes = DicomFiles.readAll(image);
    Path copy = folder.resolve("copy.dcm");
    DicomFiles.write(copy, attributes, syntax);

    assertEquals(syntax, DicomFiles.readHeader(copy).transferSyntaxUid());
    assertArrayEquals(expected(), decoded(copy));
  }

  @Test
  void decodesJpeg2000Exactly() throws Exception {
    int[] values = new Random(1).ints(64 * 48, 0, 4096).toArray();
    Path file = folder.resolve("j2k.dcm");
    Attributes attributes = DicomFiles.readAll(image);
    attributes.setInt(Tag.Rows, VR.US, 48);
    attributes.setInt(Tag.Columns, VR.US, 64);
    attributes.setInt(Tag.PixelRepresentation, VR.US, 0);
    Fragments fragments = attributes.newFragments(Tag.PixelData, VR.OB, 2);
    fragments.add(Value.NULL);
    fragments.add(jpeg2000(values, 64, 48));
    DicomFiles.write(file, attributes, TransferSyntax.JPEG_2000_LOSSLESS.uid());

    short[] decoded = decoded(file);
    for (int i = 0; i < values.length; i++) {
      assertEquals(values[i], decoded[i]);
    }
  }

  @Test
  void refusesJpegLsWithARemedy() throws Exception {
    DicomHeader header = DicomFiles.readHeader(testFile("jpegls.dcm"));

    var refused = assertThrows(DicomReadException.class, () -> PixelData.check(header));
    assertTrue(refused.getMessage().contains("JPEG-LS"), refused.getMessage());
    assertTrue(refused.remedy().contains("uncompressed"), refused.remedy());
    assertEquals("(0002,0010) TransferSyntaxUID", refused.tag());
  }

  @Test
  void namesTruncatedPixels() throws Exception {
    byte[] bytes = Files.readAllBytes(image);
    Path cut = folder.resolve("cut.dcm");
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 3));

    DicomHeader header = DicomFiles.readHeader(cut);
    var refused = assertThrows(DicomReadException.class, () -> PixelData.check(header));
    assertEquals("(7FE0,0010) PixelData", refused.tag());
    assertTrue(refused.getMessage().contains("37 of 40 bytes"), refused.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"rle.dcm", "sv1.dcm"})
  void namesTruncatedCompressedPixels(String name) throws Exception {
    byte[] bytes = Files.readAllBytes(testFile(name));
    Path cut = folder.resolve("cut.dcm");
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 20));

    DicomHeader header = DicomFiles.readHeader(cut);
    assertThrows(DicomReadException.class, () -> PixelData.check(header));
  }

  @Test
  void ignoresBitsAboveTheStoredOnes() throws Exception {
    // 12 bit stored, signed: 0xF801 in the file is 0x801 = -2047 when the rest is masked.
    change(
        attributes -> {
          attributes.setInt(Tag.BitsStored, VR.US, 12);
          attributes.setInt(Tag.HighBit, VR.US, 11);
          byte[] pixels = new byte[2 * TestStudy.SIZE_X * TestStudy.SIZE_Y];
          pixels[0] = 0x01;
          pixels[1] = 0x78;
          attributes.setBytes(Tag.PixelData, VR.OW, pixels);
        });

    assertEquals(-2047, decoded(image)[0]);
  }

  @Test
  void scalesUnsigned32BitBeyondTheSignedRange() throws Exception {
    change(
        attributes -> {
          attributes.setInt(Tag.BitsAllocated, VR.US, 32);
          attributes.setInt(Tag.BitsStored, VR.US, 32);
          attributes.setInt(Tag.HighBit, VR.US, 31);
          attributes.setInt(Tag.PixelRepresentation, VR.US, 0);
          byte[] pixels = new byte[4 * TestStudy.SIZE_X * TestStudy.SIZE_Y];
          java.util.Arrays.fill(pixels, 0, 4, (byte) 0xFF);
          attributes.setBytes(Tag.PixelData, VR.OW, pixels);
        });
    byte[] bytes = Files.readAllBytes(image);
    float[] target = new float[TestStudy.SIZE_X * TestStudy.SIZE_Y];

    PixelData.of(DicomFiles.readHeader(image), bytes).scaled(0, 1e-8, target);

    assertEquals(42.94967295f, target[0]);
  }

  @Test
  void refusesColour() throws Exception {
    change(attributes -> attributes.setInt(Tag.SamplesPerPixel, VR.US, 3));
    DicomHeader header = DicomFiles.readHeader(image);

    assertThrows(DicomReadException.class, () -> PixelData.check(header));
  }

  private void change(Consumer<Attributes> change) throws Exception {
    Spoil.file(image, change);
  }

  private static short[] decoded(Path file) throws Exception {
    byte[] bytes = Files.readAllBytes(file);
    return PixelData.of(DicomFiles.readHeader(file, bytes), bytes).storedShorts(0);
  }

  private static short[] expected() {
    short[] values = new short[TestStudy.SIZE_X * TestStudy.SIZE_Y];
    for (int i = 0; i < values.length; i++) {
      values[i] = (short) TestStudy.intensityAt(i % TestStudy.SIZE_X, i / TestStudy.SIZE_X, SLICE);
    }
    return values;
  }

  private Path testFile(String name) throws IOException {
    Path copy = folder.resolve(name);
    try (InputStream in = PixelDataTest.class.getResourceAsStream("/testdata/compressed/" + name)) {
      Files.copy(in, copy);
    }
    return copy;
  }

  private static byte[] jpeg2000(int[] values, int columns, int rows) throws IOException {
    short[] pixels = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      pixels[i] = (short) values[i];
    }
    var image = new BufferedImage(columns, rows, BufferedImage.TYPE_USHORT_GRAY);
    image.setData(
        Raster.createWritableRaster(
            image.getSampleModel(), new DataBufferUShort(pixels, pixels.length), new Point(0, 0)));
    ImageWriterSpi spi =
        ServiceLoader.load(ImageWriterSpi.class, J2KImageReadParam.class.getClassLoader()).stream()
            .map(ServiceLoader.Provider::get)
            .filter(p -> p.getClass().getName().startsWith("com.github.jaiimageio.jpeg2000"))
            .findFirst()
            .orElseThrow();
    ImageWriter writer = spi.createWriterInstance();
    var parameters = new J2KImageWriteParam();
    parameters.setLossless(true);
    parameters.setFilter(J2KImageWriteParam.FILTER_53);
    parameters.setWriteCodeStreamOnly(true);
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } finally {
      writer.dispose();
    }
    byte[] stream = bytes.toByteArray();
    return stream.length % 2 == 0 ? stream : java.util.Arrays.copyOf(stream, stream.length + 1);
  }
}
