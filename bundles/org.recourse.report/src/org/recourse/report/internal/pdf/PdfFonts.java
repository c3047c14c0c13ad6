/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.internal.pdf;

import java.awt.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The two fonts of a document. Latin, Greek and signs are embedded (Liberation Sans, OFL-1.1, from
 * within PDFBox). No Chinese font of a free licence and a fitting size ships with this program, so
 * Chinese is drawn as shapes where this machine has its letters, and otherwise left to the reader's
 * machine; in both cases it is written with a standard font name of the Adobe-GB1 collection, so
 * that copying and searching give the letters. Not thread-safe.
 */
final class PdfFonts {

  /** A piece of text in one font. */
  record Run(boolean cjk, String hex, double widthEm, Optional<Shape> shapes) {}

  /** Name of the embedded font among the resources of every page. */
  static final COSName LATIN = COSName.getPDFName("F1");

  /** Name of the Chinese font among the resources of every page. */
  static final COSName CJK = COSName.getPDFName("F2");

  private static final String LIBERATION =
      "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final double MILLI = 1000;

  private final PDType0Font latin;
  private final COSDictionary cjk = cjkFont();
  private final Map<Integer, Boolean> known = new HashMap<>();
  private final TreeSet<String> missing = new TreeSet<>();
  private boolean undrawn;

  PdfFonts(PDDocument document) throws IOException {
    try (InputStream stream = PDFont.class.getResourceAsStream(LIBERATION)) {
      if (stream == null) { // Java: no such resource
        throw new IOException("PDFBox came without its font " + LIBERATION);
      }
      latin = PDType0Font.load(document, stream, false);
    }
  }

  /** Adds both fonts to the resources of a page. */
  void addTo(COSDictionary resources) {
    var fonts = new COSDictionary();
    fonts.setItem(LATIN, latin.getCOSObject());
    fonts.setItem(CJK, cjk);
    resources.setItem(COSName.FONT, fonts);
  }

  /** Tells whether Chinese was written that only the reader's machine can draw. */
  boolean isCjkUndrawn() {
    return undrawn;
  }

  /** Returns the letters that no font has, as code points. */
  TreeSet<String> missing() {
    return new TreeSet<>(missing);
  }

  double widthEm(String text) throws IOException {
    double width = 0;
    for (Run run : runs(text)) {
      width += run.widthEm();
    }
    return width;
  }

  /** Splits a text into pieces of one font each. */
  List<Run> runs(String text) throws IOException {
    List<Run> runs = new ArrayList<>();
    var piece = new StringBuilder();
    boolean pieceIsCjk = false;
    for (int codePoint : text.codePoints().toArray()) {
      boolean isCjk = isCjk(codePoint);
      if (isCjk != pieceIsCjk && !piece.isEmpty()) {
        runs.add(run(pieceIsCjk, piece.toString()));
        piece.setLength(0);
      }
      pieceIsCjk = isCjk;
      piece.append(isCjk ? Character.toString(codePoint) : drawable(codePoint));
    }
    if (!piece.isEmpty()) {
      runs.add(run(pieceIsCjk, piece.toString()));
    }
    return runs;
  }

  private Run run(boolean isCjk, String text) throws IOException {
    if (isCjk) {
      Optional<Shape> shapes = CjkShapes.of(text);
      undrawn |= shapes.isEmpty();
      byte[] bytes = text.getBytes(StandardCharsets.UTF_16BE);
      return new Run(
          true, HexFormat.of().formatHex(bytes), text.codePointCount(0, text.length()), shapes);
    }
    return new Run(
        false,
        HexFormat.of().formatHex(latin.encode(text)),
        latin.getStringWidth(text) / MILLI,
        Optional.empty());
  }

  /** A letter without a glyph is written as its number, and a finding says so. */
  private String drawable(int codePoint) {
    String letter = Character.toString(codePoint);
    if (known.computeIfAbsent(codePoint, point -> hasGlyph(letter))) {
      return letter;
    }
    if (Character.isWhitespace(codePoint) || Character.isISOControl(codePoint)) {
      return " ";
    }
    String number = String.format(Locale.ROOT, "U+%04X", codePoint);
    missing.add(number);
    return number;
  }

  private boolean hasGlyph(String letter) {
    try {
      latin.encode(letter);
      return true;
    } catch (IOException | IllegalArgumentException e) { // PDFBox: there is no glyph
      return false;
    }
  }

  private static boolean isCjk(int codePoint) {
    Character.UnicodeScript script = Character.UnicodeScript.of(codePoint);
    Character.UnicodeBlock block = Character.UnicodeBlock.of(codePoint);
    return script == Character.UnicodeScript.HAN
        || block == Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
        || block == Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS;
  }

  private static COSDictionary cjkFont() {
    var system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("GB1"));
    system.setInt(COSName.SUPPLEMENT, 4);
    var descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, "STSong-Light");
    descriptor.setInt(COSName.FLAGS, 6);
    var box = new COSArray();
    for (int edge : new int[] {-25, -254, 1000, 880}) {
      box.add(COSInteger.get(edge));
    }
    descriptor.setItem(COSName.FONT_BBOX, box);
    descriptor.setInt(COSName.ITALIC_ANGLE, 0);
    descriptor.setInt(COSName.ASCENT, 752);
    descriptor.setInt(COSName.DESCENT, -271);
    descriptor.setInt(COSName.CAP_HEIGHT, 737);
    descriptor.setInt(COSName.STEM_V, 58);
    var descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE0);
    descendant.setName(COSName.BASE_FONT, "STSong-Light");
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setItem(COSName.FONT_DESC, descriptor);
    descendant.setInt(COSName.DW, (int) MILLI);
    var descendants = new COSArray();
    descendants.add(descendant);
    var font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setItem(COSName.SUBTYPE, COSName.TYPE0);
    font.setName(COSName.BASE_FONT, "STSong-Light");
    font.setName(COSName.ENCODING, "UniGB-UTF16-H");
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    return font;
  }
}
