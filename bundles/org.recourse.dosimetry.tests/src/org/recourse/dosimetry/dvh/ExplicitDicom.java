/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.dosimetry.dvh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Just enough of DICOM (explicit VR, little endian) to read the contours and the dose of the test
 * case without the toolkit: elements by tag, in the order of the file, sequences flattened.
 */
final class ExplicitDicom {

  private static final Set<String> LONG_FORM = Set.of("OB", "OW", "OF", "SQ", "UT", "UN");

  /** One element that is not a sequence. */
  record Element(int tag, ByteBuffer value) {

    String text() {
      byte[] bytes = new byte[value.limit()];
      value.duplicate().get(bytes);
      return new String(bytes, StandardCharsets.UTF_8).strip().replace("\0", "");
    }

    double[] numbers() {
      return Arrays.stream(text().split("\\\\")).mapToDouble(Double::parseDouble).toArray();
    }
  }

  private ExplicitDicom() {}

  static List<Element> elements(Path file) throws IOException {
    ByteBuffer data =
        ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).position(132);
    var elements = new ArrayList<Element>();
    while (data.remaining() >= 8) {
      int tag = (data.getShort() & 0xffff) << 16 | data.getShort() & 0xffff;
      if (tag >>> 16 == 0xfffe) { // item and delimiters: go on inside
        data.getInt();
        continue;
      }
      String vr = "" + (char) data.get() + (char) data.get();
      int length;
      if (LONG_FORM.contains(vr)) {
        data.getShort();
        length = data.getInt();
      } else {
        length = data.getShort() & 0xffff;
      }
      if (!vr.equals("SQ")) {
        elements.add(
            new Element(tag, data.slice(data.position(), length).order(ByteOrder.LITTLE_ENDIAN)));
        data.position(data.position() + length);
      }
    }
    return elements;
  }

  static Element first(List<Element> elements, int tag) {
    return elements.stream().filter(e -> e.tag() == tag).findFirst().orElseThrow();
  }

  /** Contours by structure name: x, y, z triplets. */
  static Map<String, List<double[]>> contours(Path file) throws IOException {
    Map<Integer, String> names = new LinkedHashMap<>();
    Map<String, List<double[]>> contours = new LinkedHashMap<>();
    int number = 0;
    var pending = new ArrayList<double[]>();
    for (Element element : elements(file)) {
      switch (element.tag()) {
        case 0x30060022 -> number = Integer.parseInt(element.text());
        case 0x30060026 -> names.put(number, element.text());
        case 0x30060050 -> pending.add(element.numbers());
        case 0x30060084 -> { // comes after the contours of its item
          if (!pending.isEmpty()) {
            contours.put(names.get(Integer.parseInt(element.text())), List.copyOf(pending));
            pending.clear();
          }
        }
        default -> {
          // nothing else is needed
        }
      }
    }
    return contours;
  }
}
