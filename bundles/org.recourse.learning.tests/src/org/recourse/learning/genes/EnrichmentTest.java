/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.genes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;

class EnrichmentTest {

  private static final List<String> GENES = IntStream.range(0, 20).mapToObj(i -> "g" + i).toList();

  /** By hand: values 4 3 2 1, set {first, third}: +4/6, −1/2, +2/6, −1/2; greatest is 4/6. */
  @Test
  void scoreByHand() {
    double[] weight = {4, 3, 2, 1};
    assertEquals(4 / 6.0, Enrichment.excursion(weight, new boolean[] {true, false, true, false}));
    assertEquals(
        -1.0, Enrichment.excursion(weight, new boolean[] {false, false, true, true}), 1e-12);
  }

  @Test
  void aSetAtTheTopIsEnriched() {
    double[] value = IntStream.range(0, 20).mapToDouble(i -> 10 - i).toArray();
    var ranking = new Enrichment.Ranking(GENES, value);
    var top = new GeneSet("top", "", Set.of("g0", "g1", "g2", "g3"));
    var spread = new GeneSet("spread", "", Set.of("g1", "g7", "g12", "g18"));
    var monitor = new NullProgressMonitor();
    Enrichment enriched = Enrichment.of(ranking, top, 999, 1, monitor);
    assertEquals(1, enriched.score(), 1e-12);
    assertTrue(enriched.pValue() < 0.01, enriched.toString());
    assertTrue(Enrichment.of(ranking, spread, 999, 1, monitor).pValue() > 0.05);
  }

  /** GSVA 1.46.0 of Bioconductor, ssgsea without normalisation, tau 0.25. */
  @Test
  void singleSampleAgreesWithGsva() {
    double[] a = IntStream.range(0, 20).mapToDouble(i -> i * 7 % 23 + 1).toArray();
    double[] b = IntStream.range(0, 20).mapToDouble(i -> i * 11 % 29 + 2).toArray();
    Set<String> s = Set.of("g1", "g5", "g8", "g13");
    Set<String> t = Set.of("g0", "g2", "g3");
    assertEquals(
        2.0548383895427, Enrichment.singleSample(new Enrichment.Ranking(GENES, a), s, 0.25), 1e-6);
    assertEquals(
        4.0276122218607, Enrichment.singleSample(new Enrichment.Ranking(GENES, b), s, 0.25), 1e-6);
    assertEquals(
        2.6938750034644, Enrichment.singleSample(new Enrichment.Ranking(GENES, a), t, 0.25), 1e-6);
    assertEquals(
        -2.3602877459428, Enrichment.singleSample(new Enrichment.Ranking(GENES, b), t, 0.25), 1e-6);
  }

  @Test
  void correlationRanksGenes() {
    double[][] expression = {{1, 2, 3, 4}, {4, 3, 2, 1}, {1, 3, 2, 4}};
    var ranking =
        Enrichment.byCorrelation(
            List.of("up", "down", "part"), expression, new double[] {5, 6, 7, 8});
    assertEquals(1, ranking.value()[0], 1e-12);
    assertEquals(-1, ranking.value()[1], 1e-12);
    assertEquals(0.8, ranking.value()[2], 1e-12);
  }

  @Test
  void gmtLinesAreRead() throws IOException {
    List<GeneSet> sets =
        GeneSet.readGmt(new StringReader("HYPOXIA\tnone\tVEGFA\tCA9\n\nCYCLE\t\tCDK1\n"));
    assertEquals(2, sets.size());
    assertEquals(Set.of("VEGFA", "CA9"), sets.get(0).genes());
    var error =
        assertThrows(
            IOException.class, () -> GeneSet.readGmt(new StringReader("A\tb\tX\nEMPTY\tnone\n")));
    assertTrue(error.getMessage().contains("Line 2"), error.getMessage());
  }
}
