/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.report;

import java.util.List;
import java.util.Objects;

/** One piece of a section; the set is closed, so that every writer knows all of it. */
public sealed interface ReportBlock {

  /**
   * A paragraph. Immutable.
   *
   * @param text sentences
   * @param strong whether it must not be missed
   */
  record Paragraph(String text, boolean strong) implements ReportBlock {
    public Paragraph {
      Objects.requireNonNull(text, "text");
    }

    /** A paragraph as any other. */
    public Paragraph(String text) {
      this(text, false);
    }
  }

  /** A heading within the section. Immutable. */
  record Heading(String text) implements ReportBlock {
    public Heading {
      Objects.requireNonNull(text, "text");
    }
  }

  /** Names with their values; every value carries its unit. Immutable. */
  record Facts(List<Fact> facts) implements ReportBlock {

    /** A name with its value. */
    public record Fact(String name, String value) {
      public Fact {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
      }
    }

    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /** Sentences, one a line. Immutable. */
  record Bullets(List<String> texts) implements ReportBlock {
    public Bullets {
      texts = List.copyOf(texts);
    }
  }

  /**
   * A table. Immutable.
   *
   * @param columns heads, which hold the unit of numbers
   * @param rows as many cells each as there are columns
   */
  record Table(List<Column> columns, List<List<String>> rows) implements ReportBlock {

    /**
     * A column.
     *
     * @param head its head, with the unit
     * @param number whether its cells are aligned right
     * @param weight its share of the width, greater than 0
     */
    public record Column(String head, boolean number, double weight) {
      public Column {
        Objects.requireNonNull(head, "head");
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException("weight must be > 0: " + weight);
        }
      }

      /** A column of words. */
      public static Column text(String head, double weight) {
        return new Column(head, false, weight);
      }

      /** A column of numbers. */
      public static Column number(String head) {
        return new Column(head, true, 1);
      }
    }

    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              row.size() + " cells in a table of " + columns.size() + " columns");
        }
      }
    }
  }

  /** Pictures beside each other with one caption. Immutable. */
  record Pictures(List<Picture> pictures, String caption) implements ReportBlock {
    public Pictures {
      pictures = List.copyOf(pictures);
      Objects.requireNonNull(caption, "caption");
    }
  }

  /** A chart with its caption. Immutable. */
  record Chart(LineChart chart, String caption) implements ReportBlock {
    public Chart {
      Objects.requireNonNull(chart, "chart");
      Objects.requireNonNull(caption, "caption");
    }
  }

  /** Lines to sign on, left open. Immutable. */
  record Signatures(List<String> roles) implements ReportBlock {
    public Signatures {
      roles = List.copyOf(roles);
    }
  }
}
