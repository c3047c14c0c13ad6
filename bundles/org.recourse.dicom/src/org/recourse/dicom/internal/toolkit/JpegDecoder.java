/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dicom.internal.toolkit;

import com.github.jaiimageio.jpeg2000.J2KImageReadParam;
import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceLoader;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ServiceRegistry;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.aoju.bus.image.Tag;
import org.recourse.dicom.DicomReadException;

/**
 * Decodes JPEG lossless and JPEG 2000 frames with pure Java codecs. They are made directly: the
 * registry of ImageIO is neither searched nor changed, so no other codec, and none of the toolkit,
 * can step in (guard G6).
 */
final class JpegDecoder {

  private static final String PLATFORM_JPEG = "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi";
  private static final String JPEG_2000_PACKAGE = J2KImageReadParam.class.getPackageName();
  private static final String JPEG_2000_FORMAT = "jpeg2000";

  private final Dataset image;

  JpegDecoder(Dataset image) {
    this.image = image;
  }

  /** Returns the pixels in little endian. */
  byte[] decodeLossless(PixelFormat format, byte[] encoded) throws DicomReadException {
    return decode(format, encoded, losslessProvider());
  }

  byte[] decode2000(PixelFormat format, byte[] encoded) throws DicomReadException {
    return decode(format, encoded, jpeg2000Provider());
  }

  private byte[] decode(PixelFormat format, byte[] encoded, ImageReaderSpi provider)
      throws DicomReadException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded))) {
      ImageReader reader = provider.createReaderInstance();
      try {
        reader.setInput(in, true, true);
        Raster raster =
            reader.canReadRaster() ? reader.readRaster(0, null) : reader.read(0).getRaster();
        return littleEndian(format, raster);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) { // codecs throw both on damaged streams
      throw new DicomReadException(
          image.file(),
          Tags.nameOf(Tag.PixelData),
          "The compressed pixels cannot be decoded (" + e.getMessage() + ").",
          "Export the file uncompressed.",
          e);
    }
  }

  private byte[] littleEndian(PixelFormat format, Raster raster) throws DicomReadException {
    if (raster.getWidth() != format.columns()
        || raster.getHeight() != format.rows()
        || raster.getNumBands() != 1) {
      throw image.problem(
          Tag.PixelData,
          "The compressed image has "
              + raster.getWidth()
              + " x "
              + raster.getHeight()
              + " pixels, the header says "
              + format.columns()
              + " x "
              + format.rows()
              + ".",
          "Export the file again.");
    }
    DataBuffer values = raster.getDataBuffer();
    int bytesPerPixel = format.bitsAllocated() / 8;
    byte[] pixels = new byte[format.bytesPerFrame()];
    for (int i = 0; i < format.pixelsPerFrame(); i++) {
      int value = values.getElem(i);
      for (int b = 0; b < bytesPerPixel; b++) {
        pixels[i * bytesPerPixel + b] = (byte) (value >> 8 * b);
      }
    }
    return pixels;
  }

  /** The JPEG codec asks a registry for the platform's; it gets one with nothing else in it. */
  private static ImageReaderSpi losslessProvider() {
    var registry = new ServiceRegistry(List.<Class<?>>of(ImageReaderSpi.class).iterator());
    Iterator<ImageReaderSpi> platform =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
    while (platform.hasNext()) {
      ImageReaderSpi provider = platform.next();
      if (provider.getClass().getName().equals(PLATFORM_JPEG)) {
        registry.registerServiceProvider(provider, ImageReaderSpi.class);
      }
    }
    var codec = new JPEGImageReaderSpi();
    registry.registerServiceProvider(codec, ImageReaderSpi.class);
    return codec;
  }

  /**
   * The provider is private to its bundle, so it is asked for as the service it is. Others that are
   * visible from there, such as the toolkit's, are looked at but never created.
   */
  private static ImageReaderSpi jpeg2000Provider() {
    return ServiceLoader.load(ImageReaderSpi.class, J2KImageReadParam.class.getClassLoader())
        .stream()
        .filter(provider -> provider.type().getName().startsWith(JPEG_2000_PACKAGE))
        .map(ServiceLoader.Provider::get)
        .filter(provider -> Arrays.asList(provider.getFormatNames()).contains(JPEG_2000_FORMAT))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException("the JPEG 2000 codec is missing from this installation"));
  }
}
