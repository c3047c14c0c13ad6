/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.learning.genes;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.learning.sample.Estimate;
import org.recourse.learning.sample.Ranks;

/**
 * Gene-set enrichment (GSEA, preranked): do the genes of a set gather at one end of a ranking?
 *
 * <p>Walking down the ranking the running sum rises at a gene of the set by |r|/Σ|r| over the set
 * and falls at any other by 1/(N − n); the enrichment score is its greatest excursion from 0. The
 * p-value and the normalised score come from sets of the same size drawn at random (gene
 * permutation), compared with those of the same sign. Source: Subramanian et al. 2005
 * (doi:10.1073/pnas.0506580102).
 *
 * @param score enrichment score, −1 to 1
 * @param normalised score over the mean size of the random scores of its sign; undefined when none
 *     has it
 * @param pValue (1 + random scores of this sign at least as extreme) / (1 + of this sign)
 * @param genesFound genes of the set in the ranking
 */
public record Enrichment(double score, Estimate normalised, double pValue, int genesFound) {

  /** Genes with the number they are ranked by, such as a correlation with the signature. */
  public record Ranking(List<String> gene, double[] value) {

    public Ranking {
      if (gene.size() != value.length || new HashSet<>(gene).size() != value.length) {
        throw new IllegalArgumentException("each gene once, with one value");
      }
      gene = List.copyOf(gene);
    }
  }

  /**
   * @param permutationCount random sets, at least 99
   * @throws IllegalArgumentException if no gene of the set is ranked, or all are
   */
  public static Enrichment of(
      Ranking ranking, GeneSet set, int permutationCount, long seed, IProgressMonitor monitor) {
    if (permutationCount < 99) {
      throw new IllegalArgumentException("at least 99 permutations: " + permutationCount);
    }
    int[] ascending = Ranks.ascendingOrder(ranking.value());
    int count = ascending.length;
    double[] weight = new double[count]; // from the greatest value to the least
    boolean[] hit = new boolean[count];
    int found = 0;
    for (int k = 0; k < count; k++) {
      int gene = ascending[count - 1 - k];
      weight[k] = Math.abs(ranking.value()[gene]);
      hit[k] = set.genes().contains(ranking.gene().get(gene));
      found += hit[k] ? 1 : 0;
    }
    if (found == 0 || found == count) {
      throw new IllegalArgumentException(
          "the set " + set.name() + " has " + found + " of the " + count + " ranked genes");
    }
    SubMonitor progress = SubMonitor.convert(monitor, "Gene-set enrichment", permutationCount);
    double score = excursion(weight, hit);
    var random = new Random(seed);
    int[] position = IntStream.range(0, count).toArray();
    double sum = 0;
    int sameSign = 0;
    int extreme = 0;
    for (int k = 0; k < permutationCount; k++) {
      progress.checkCanceled();
      double drawn = excursion(weight, drawn(position, found, random));
      if (drawn > 0 == score > 0) {
        sameSign++;
        sum += Math.abs(drawn);
        extreme += Math.abs(drawn) >= Math.abs(score) ? 1 : 0;
      }
      progress.worked(1);
    }
    Estimate normalised =
        sameSign == 0
            ? Estimate.undefined("No random set has a score of the same sign.")
            : Estimate.of(score * sameSign / sum);
    return new Enrichment(score, normalised, (1.0 + extreme) / (1.0 + sameSign), found);
  }

  private static boolean[] drawn(int[] position, int size, Random random) {
    boolean[] hit = new boolean[position.length];
    for (int i = 0; i < size; i++) {
      int other = i + random.nextInt(position.length - i);
      int kept = position[i];
      position[i] = position[other];
      position[other] = kept;
      hit[position[i]] = true;
    }
    return hit;
  }

  static double excursion(double[] weight, boolean[] hit) {
    double total = 0;
    int hits = 0;
    for (int k = 0; k < hit.length; k++) {
      total += hit[k] ? weight[k] : 0;
      hits += hit[k] ? 1 : 0;
    }
    double sum = 0;
    double greatest = 0;
    for (int k = 0; k < hit.length; k++) {
      double rise = total > 0 ? weight[k] / total : 1.0 / hits;
      sum += hit[k] ? rise : -1.0 / (hit.length - hits);
      if (Math.abs(sum) > Math.abs(greatest)) {
        greatest = sum;
      }
    }
    return greatest;
  }

  /**
   * Single-sample enrichment (ssGSEA) of one patient's expression: the sum over the ranking of the
   * difference between the weighted distribution of the set's genes and that of the others. Ranks
   * count from 1 for the least expressed gene; weights are rank^τ. Not normalised between patients.
   * Source: Barbie et al. 2009 (doi:10.1038/nature08460).
   *
   * @param exponent τ, 0.25 in the source
   */
  public static double singleSample(Ranking expression, Set<String> genes, double exponent) {
    int[] ascending = Ranks.ascendingOrder(expression.value());
    int count = ascending.length;
    double[] weight = new double[count];
    boolean[] hit = new boolean[count];
    for (int k = 0; k < count; k++) {
      int gene = ascending[count - 1 - k];
      hit[k] = genes.contains(expression.gene().get(gene));
      weight[k] = Math.pow(count - k, exponent);
    }
    double total = 0;
    int hits = 0;
    for (int k = 0; k < count; k++) {
      total += hit[k] ? weight[k] : 0;
      hits += hit[k] ? 1 : 0;
    }
    if (hits == 0 || hits == count) {
      throw new IllegalArgumentException(hits + " of the " + count + " genes are in the set");
    }
    double inside = 0;
    double outside = 0;
    double sum = 0;
    for (int k = 0; k < count; k++) {
      inside += hit[k] ? weight[k] / total : 0;
      outside += hit[k] ? 0 : 1.0 / (count - hits);
      sum += inside - outside;
    }
    return sum;
  }

  /** Association of every gene with a score over patients: Spearman's rank correlation. */
  public static Ranking byCorrelation(
      List<String> gene, double[][] expressionOfGene, double[] scoreOfPatient) {
    double[] value =
        Arrays.stream(expressionOfGene)
            .mapToDouble(
                row -> org.recourse.learning.comparison.RankTest.spearman(row, scoreOfPatient))
            .toArray();
    return new Ranking(gene, value);
  }
}
