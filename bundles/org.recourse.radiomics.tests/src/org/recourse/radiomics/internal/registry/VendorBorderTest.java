/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.junit.jupiter.api.Test;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.grid.geometry.Vector3;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.ExtractionResult;
import org.recourse.radiomics.FeatureExtractor;
import org.recourse.radiomics.ListedFeatureCatalogue;
import org.recourse.radiomics.feature.FamilyDescription;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.feature.FeatureValue;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.filter.FilterDescription;
import org.recourse.radiomics.filter.FilterSink;
import org.recourse.radiomics.filter.ImageFilter;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.internal.extract.OriginalImage;
import org.recourse.radiomics.internal.firstorder.FirstOrderFamily;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.Settings;

/** What a vendor does wrong becomes a finding that names the bundle; the rest is computed. */
class VendorBorderTest {

  private static final String BUNDLE = "com.example.textures";
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final GridGeometry GRID =
      new GridGeometry(4, 3, 2, new Vector3(0, 0, 0), new Vector3(1, 1, 1));

  /** A family of one feature that does what a test says. */
  private record Family(Function<IProgressMonitor, FeatureVector> work) implements FeatureFamily {

    @Override
    public FamilyDescription description() {
      return new FamilyDescription(
          "fractal", "Fractals", "1", List.of("Dimension"), Set.of(), true, List.of(), "none");
    }

    @Override
    public FeatureVector compute(FeatureInput input, IProgressMonitor monitor) {
      return work.apply(monitor);
    }
  }

  /** A filter that does what a test says. */
  private record Filter(BiConsumer<VoxelBlock, FilterSink> work) implements ImageFilter {

    @Override
    public FilterDescription description() {
      return new FilterDescription("Blur", "Blur", "1", List.of(), "none");
    }

    @Override
    public void apply(
        VoxelBlock image,
        Region region,
        Settings settings,
        FilterSink sink,
        IProgressMonitor monitor) {
      work.accept(image, sink);
    }
  }

  private static VoxelBlock image() {
    double[] values = new double[GRID.voxelCount()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i * 10;
    }
    return VoxelBlock.ofIntegers(GRID, values);
  }

  private static ExtractionResult extract(List<FeatureFamily> families, List<ImageFilter> filters) {
    byte[] all = new byte[GRID.voxelCount()];
    Arrays.fill(all, (byte) 1);
    var types = new LinkedHashMap<String, Settings>();
    filters.forEach(filter -> types.put(filter.description().id(), Settings.empty()));
    try (SliceExecutor executor = SliceExecutor.ofThreads(2)) {
      return new FeatureExtractor(new ListedFeatureCatalogue(families, filters))
          .extract(
              image(),
              Region.of(GRID, all),
              new ExtractionParameters(Settings.empty(), types, Map.of()),
              executor,
              new NullProgressMonitor());
    }
  }

  private static void assertFamilyFails(
      Function<IProgressMonitor, FeatureVector> work, Duration limit, String sentence)
      throws VendorException {
    GuardedFamily guarded = new GuardedFamily(new Family(work), BUNDLE, LONG).limitedTo(limit);
    ExtractionResult result =
        extract(List.of(guarded, new FirstOrderFamily()), List.of(new OriginalImage()));
    assertEquals(
        new FeatureValue.Undefined(FeatureValue.Reason.FAILED),
        result.features().find("original_fractal_Dimension").orElseThrow());
    assertTrue(result.features().number("original_firstorder_Mean").isPresent());
    assertEquals(1, result.findings().size());
    assertEquals(BUNDLE, result.findings().get(0).affected());
    assertTrue(result.findings().get(0).text().contains(sentence), result.findings().get(0).text());
  }

  @Test
  void anExceptionOfAFamilyIsAFinding() throws VendorException {
    assertFamilyFails(
        monitor -> {
          throw new IllegalStateException("no dimension");
        },
        LONG,
        "no dimension");
  }

  @Test
  void anErrorOfAFamilyIsAFinding() throws VendorException {
    assertFamilyFails(
        monitor -> {
          throw new StackOverflowError("deep");
        },
        LONG,
        "deep");
  }

  @Test
  void aCancellationNobodyAskedForIsAFinding() throws VendorException {
    assertFamilyFails(
        monitor -> {
          throw new OperationCanceledException();
        },
        LONG,
        "OperationCanceledException");
  }

  @Test
  void nothingReturnedIsAFinding() throws VendorException {
    assertFamilyFails(monitor -> null, LONG, "returned nothing");
  }

  @Test
  void unknownFeaturesAreAFinding() throws VendorException {
    assertFamilyFails(
        monitor -> FeatureVector.builder().put("Other", 1).build(), LONG, "unknown features");
  }

  @Test
  void aFamilyThatHangsIsGivenUp() throws VendorException {
    var never = new CountDownLatch(1);
    assertFamilyFails(
        monitor -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return FeatureVector.builder().build();
        },
        SHORT,
        "took longer than 0.1 s");
  }

  @Test
  void aFamilyThatWorksIsUsed() throws VendorException {
    ExtractionResult result =
        extract(
            List.of(
                new GuardedFamily(
                    new Family(monitor -> FeatureVector.builder().put("Dimension", 2.5).build()),
                    BUNDLE,
                    LONG)),
            List.of(new OriginalImage()));
    assertEquals(2.5, result.features().number("original_fractal_Dimension").orElseThrow());
    assertTrue(result.findings().isEmpty());
  }

  @Test
  void anExceptionOfAFilterIsAFindingAndItsImagesAreLeftOut() throws VendorException {
    var filter =
        new Filter(
            (image, sink) -> {
              sink.image("blur", image);
              throw new IllegalStateException("second scale");
            });
    ExtractionResult result =
        extract(
            List.of(new FirstOrderFamily()),
            List.of(new GuardedFilter(filter, BUNDLE, LONG), new OriginalImage()));
    assertEquals(18, result.features().size());
    assertTrue(result.features().number("original_firstorder_Mean").isPresent());
    assertEquals(BUNDLE, result.findings().get(0).affected());
    assertTrue(result.findings().get(0).text().contains("second scale"));
  }

  @Test
  void anImageOnAnotherGridIsAFinding() throws VendorException {
    var filter =
        new Filter(
            (image, sink) ->
                sink.image(
                    "blur",
                    VoxelBlock.ofFloat64(
                        new GridGeometry(1, 1, 1, new Vector3(0, 0, 0), new Vector3(1, 1, 1)),
                        new double[1])));
    ExtractionResult result =
        extract(
            List.of(new FirstOrderFamily()),
            List.of(new GuardedFilter(filter, BUNDLE, LONG), new OriginalImage()));
    assertTrue(result.findings().get(0).text().contains("another geometry"));
  }

  @Test
  void aNameTakenAlreadyIsAFinding() throws VendorException {
    var filter = new Filter((image, sink) -> sink.image("original", image));
    ExtractionResult result =
        extract(
            List.of(new FirstOrderFamily()),
            List.of(new OriginalImage(), new GuardedFilter(filter, BUNDLE, LONG)));
    assertEquals(18, result.features().size());
    assertTrue(result.findings().get(0).text().contains("the second is left out"));
  }

  @Test
  void cancellingStopsWithoutAFinding() throws VendorException {
    var monitor = new NullProgressMonitor();
    monitor.setCanceled(true);
    var never = new CountDownLatch(1);
    var family =
        new GuardedFamily(
            new Family(
                watched -> {
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  return FeatureVector.builder().build();
                }),
            BUNDLE,
            LONG);
    byte[] all = new byte[GRID.voxelCount()];
    Arrays.fill(all, (byte) 1);
    var input = new FeatureInput(image(), Region.of(GRID, all), Settings.empty());
    assertThrows(OperationCanceledException.class, () -> family.compute(input, monitor));
  }

  @Test
  void aBrokenDescriptionIsRefused() {
    ImageFilter broken =
        new ImageFilter() {
          @Override
          public FilterDescription description() {
            throw new IllegalStateException("not today");
          }

          @Override
          public void apply(
              VoxelBlock image,
              Region region,
              Settings settings,
              FilterSink sink,
              IProgressMonitor monitor) {
            throw new AssertionError("not reached");
          }
        };
    var refusal =
        assertThrows(VendorException.class, () -> new GuardedFilter(broken, BUNDLE, LONG));
    assertTrue(refusal.getMessage().contains("not today"));
  }

  @Test
  void aDuplicateIdNamesBothBundles() throws VendorException {
    var first = new GuardedFilter(new Filter((image, sink) -> {}), BUNDLE, LONG);
    var second = new GuardedFilter(new Filter((image, sink) -> {}), "com.example.other", LONG);
    var catalogue = new ListedFeatureCatalogue(List.of(), List.of(first, second));
    assertEquals(first, catalogue.filter("Blur").orElseThrow());
    String text = new ArrayList<>(catalogue.findings()).get(0).text();
    assertTrue(text.contains(BUNDLE) && text.contains("com.example.other"), text);
  }
}
