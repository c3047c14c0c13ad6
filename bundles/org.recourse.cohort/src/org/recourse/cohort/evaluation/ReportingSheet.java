/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cohort.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sheet by which the reporting of a study is scored, filled with what the program knows; what
 * only the authors of a study can know stays open and earns nothing. Item texts are shortened.
 * Immutable.
 *
 * @param title name of the sheet with its source
 * @param items in their order
 * @param greatestScore what a perfect study reaches; 0 for a sheet without points
 */
public record ReportingSheet(String title, List<Item> items, double greatestScore) {

  public ReportingSheet {
    items = List.copyOf(items);
  }

  /** What is known of an item. */
  public enum Answer {
    YES("yes"),
    NO("no"),
    OPEN("to be answered by the authors"),
    NOT_APPLICABLE("does not apply");

    private final String words;

    Answer(String words) {
      this.words = words;
    }
  }

  /**
   * One item.
   *
   * @param number as in the source
   * @param text what is asked
   * @param answer what is known
   * @param points earned by this answer
   * @param weight points of a perfect study
   */
  public record Item(String number, String text, Answer answer, double points, double weight) {}

  /** Points of the items that are answered. */
  public double score() {
    return items.stream().mapToDouble(Item::points).sum();
  }

  /** Points of a perfect study on the items that apply. */
  public double reachableScore() {
    return items.stream()
        .filter(item -> item.answer() != Answer.NOT_APPLICABLE)
        .mapToDouble(Item::weight)
        .sum();
  }

  /** As Markdown, with the score where the sheet has points. */
  public String markdown() {
    List<List<String>> rows = new ArrayList<>();
    for (Item item : items) {
      rows.add(List.of(item.number(), item.text(), item.answer().words));
    }
    String note =
        greatestScore > 0
            ? String.format(
                Locale.ROOT,
                "%.3g of %.3g points; open items earn nothing.",
                score(),
                reachableScore())
            : "";
    return new ReportTable(title, List.of("item", "asked", "answer"), rows, note).markdown();
  }

  static Answer known(boolean fact) {
    return fact ? Answer.YES : Answer.NO;
  }

  static Item item(int number, String text, Answer answer, double weight) {
    return new Item(
        Integer.toString(number), text, answer, answer == Answer.YES ? weight : 0, weight);
  }
}
