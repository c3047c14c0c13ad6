/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report.internal.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.recourse.report.LineChart;
import org.recourse.report.Picture;
import org.recourse.report.ReportBlock;
import org.recourse.report.internal.chart.ChartLayout;
import org.recourse.report.internal.chart.ChartMark;

/** Blocks as HTML. Stateless. */
final class HtmlText {

  private static final double CHART_WIDTH = 640;
  private static final double CHART_HEIGHT = 300;

  private HtmlText() {}

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  static String of(ReportBlock block) throws IOException {
    return switch (block) {
      case ReportBlock.Paragraph(String text, boolean strong) ->
          "<p" + (strong ? " class=\"strong\">" : ">") + escaped(text) + "</p>";
      case ReportBlock.Heading(String text) -> "<h3>" + escaped(text) + "</h3>";
      case ReportBlock.Facts(List<ReportBlock.Facts.Fact> facts) -> facts(facts);
      case ReportBlock.Bullets(List<String> texts) ->
          texts.stream()
              .map(text -> "<li>" + escaped(text) + "</li>")
              .collect(Collectors.joining("", "<ul>", "</ul>"));
      case ReportBlock.Table table -> table(table);
      case ReportBlock.Pictures(List<Picture> pictures, String caption) ->
          pictures(pictures, caption);
      case ReportBlock.Chart(LineChart chart, String caption) -> chart(chart, caption);
      case ReportBlock.Signatures(List<String> roles) ->
          roles.stream()
              .map(role -> "<div>" + escaped(role) + "<br>Name, date</div>")
              .collect(Collectors.joining("", "<div class=\"sign\">", "</div>"));
    };
  }

  private static String facts(List<ReportBlock.Facts.Fact> facts) {
    return facts.stream()
        .map(
            fact ->
                "<tr><th>"
                    + escaped(fact.name())
                    + "</th><td>"
                    + escaped(fact.value())
                    + "</td></tr>")
        .collect(Collectors.joining("", "<table>", "</table>"));
  }

  private static String table(ReportBlock.Table table) {
    var html = new StringBuilder("<table><thead><tr>");
    for (ReportBlock.Table.Column column : table.columns()) {
      html.append("<th").append(alignment(column)).append('>').append(escaped(column.head()));
      html.append("</th>");
    }
    html.append("</tr></thead><tbody>");
    for (List<String> row : table.rows()) {
      html.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        html.append("<td").append(alignment(table.columns().get(i))).append('>');
        html.append(escaped(row.get(i))).append("</td>");
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody></table>").toString();
  }

  private static String alignment(ReportBlock.Table.Column column) {
    return column.number() ? " class=\"number\"" : "";
  }

  private static String pictures(List<Picture> pictures, String caption) throws IOException {
    var html = new StringBuilder("<figure><div class=\"pictures\">");
    for (Picture picture : pictures) {
      html.append("<div><div class=\"side\"><span>").append(escaped(picture.title()));
      html.append("</span></div>");
      html.append("<img alt=\"").append(escaped(picture.title()));
      html.append("\" src=\"data:image/png;base64,").append(png(picture)).append("\">");
      if (!picture.letters().isEmpty()) {
        html.append("<div class=\"side\"><span>").append(picture.letters().charAt(0));
        html.append(" left</span><span>").append(picture.letters().charAt(2)).append(" top, ");
        html.append(picture.letters().charAt(3)).append(" bottom</span><span>");
        html.append(picture.letters().charAt(1)).append(" right</span></div>");
      }
      html.append("</div>");
    }
    return html.append("</div><figcaption>" + escaped(caption) + "</figcaption></figure>")
        .toString();
  }

  private static String png(Picture picture) throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(picture.toImage(), "png", bytes);
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private static String chart(LineChart chart, String caption) {
    double height = Math.max(CHART_HEIGHT, ChartLayout.leastHeight(chart));
    var svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<figure><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\""
                + " role=\"img\" aria-label=\"%s\" font-family=\"sans-serif\">",
            CHART_WIDTH,
            height,
            escaped(chart.title())));
    for (ChartMark mark : ChartLayout.of(chart, CHART_WIDTH, height)) {
      svg.append(svg(mark));
    }
    return svg.append("</svg><figcaption>")
        .append(escaped(caption))
        .append("</figcaption></figure>")
        .toString();
  }

  private static String svg(ChartMark mark) {
    return switch (mark) {
      case ChartMark.Line line ->
          line.points().stream()
              .map(point -> String.format(Locale.ROOT, "%.2f,%.2f", point.x(), point.y()))
              .collect(
                  Collectors.joining(
                      " ",
                      "<polyline points=\"",
                      String.format(
                          Locale.ROOT,
                          "\" fill=\"none\" stroke=\"#%06x\" stroke-width=\"%.1f\"%s/>",
                          line.rgb(),
                          line.width(),
                          line.dashed() ? " stroke-dasharray=\"4 3\"" : "")));
      case ChartMark.Words words ->
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.1f\" text-anchor=\"%s\">%s</text>",
              words.x(),
              words.y(),
              words.size(),
              words.anchor().name().toLowerCase(Locale.ROOT),
              escaped(words.text()));
    };
  }
}
