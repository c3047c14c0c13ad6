/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.genes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A named set of genes. Immutable.
 *
 * @param name name of the set
 * @param description what the file says about it
 * @param genes gene symbols, at least one
 */
public record GeneSet(String name, String description, Set<String> genes) {

  public GeneSet {
    if (genes.isEmpty()) {
      throw new IllegalArgumentException("the gene set " + name + " is empty");
    }
    genes = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(genes));
  }

  /**
   * Reads the GMT format: one set per line; name, description and genes separated by tabs. Empty
   * lines are skipped.
   *
   * @throws IOException if reading fails or a line has no gene; the message names the line
   */
  public static List<GeneSet> readGmt(Reader source) throws IOException {
    var reader = new BufferedReader(source);
    var sets = new ArrayList<GeneSet>();
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      List<String> cells = Arrays.stream(line.split("\t")).map(String::strip).toList();
      List<String> genes = cells.stream().skip(2).filter(gene -> !gene.isEmpty()).toList();
      if (genes.isEmpty()) {
        throw new IOException(
            "Line "
                + number
                + " of the GMT file names no gene. A line holds name, description and genes,"
                + " separated by tabs.");
      }
      sets.add(new GeneSet(cells.get(0), cells.get(1), new LinkedHashSet<>(genes)));
    }
    return List.copyOf(sets);
  }
}
