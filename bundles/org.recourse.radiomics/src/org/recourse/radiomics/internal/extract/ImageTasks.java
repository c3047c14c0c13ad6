/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.extract;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.feature.FeatureInput.SharedRegion;
import org.recourse.radiomics.feature.FeatureValue.Reason;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.filter.FilterSink;
import org.recourse.radiomics.filter.ImageFilter;
import org.recourse.radiomics.image.IndexBox;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.Settings;

/**
 * Filters an image and computes the families on every image that comes out, while the next one is
 * still being filtered: the first thread filters, the others compute, and the first one joins them
 * when it is done or when they cannot keep up, so that few images are in memory. The result is in
 * the order of the images and does not depend on the number of threads. Used once; thread-safe.
 */
public final class ImageTasks {

  /** One filter with its settings. */
  public record Filtering(ImageFilter filter, Settings settings) {}

  /** What came of one image. */
  private record Outcome(FeatureVector features, List<Finding> findings) {}

  private final SharedRegion shared;
  private final IndexBox box;
  private final Map<FeatureFamily, Set<String>> families;
  private final SliceExecutor executor;
  private final IProgressMonitor monitor;
  private final Deque<Runnable> waiting = new ArrayDeque<>(); // the rest is guarded by this too
  private final Map<Integer, Outcome> outcomes = new TreeMap<>();
  private boolean filtering; // somebody does or did
  private boolean filtered;
  private RuntimeException failure; // null until something fails

  /** Prepares for a region, which must not be empty. */
  public ImageTasks(
      Region region,
      Map<FeatureFamily, Set<String>> families,
      SliceExecutor executor,
      IProgressMonitor monitor) {
    box = region.box().orElseThrow();
    shared = new SharedRegion(region.crop(box));
    this.families = families;
    this.executor = executor;
    this.monitor = monitor;
  }

  /**
   * Runs all filters and computes all families that use images; families of the region alone are
   * computed on {@code shape}.
   */
  public void run(VoxelBlock image, Region region, FeatureInput shape, List<Filtering> filterings) {
    SubMonitor progress = SubMonitor.convert(monitor, "Features", filterings.size());
    try {
      executor.forEachSlice(
          executor.threadCount(), progress, i -> work(image, region, shape, filterings, progress));
    } catch (RuntimeException e) {
      throw firstFailure(e);
    }
  }

  private void work(
      VoxelBlock image,
      Region region,
      FeatureInput shape,
      List<Filtering> filterings,
      SubMonitor progress) {
    try {
      if (claimFiltering()) {
        var sink = new Sink();
        sink.place =
            1; // the shape comes first, but is computed last: it is short and fills the end
        for (Filtering one : filterings) {
          sink.settings = one.settings();
          one.filter().apply(image, region, one.settings(), sink, progress.split(1));
        }
        sink.place = 0;
        sink.take(() -> features("original", shape, false));
        endFiltering();
      }
      for (Runnable task = next(); task != null; task = next()) {
        task.run();
      }
    } catch (RuntimeException e) {
      fail(e);
      throw e;
    }
  }

  /** The others only stopped because of it. */
  private synchronized RuntimeException firstFailure(RuntimeException otherwise) {
    return failure == null ? otherwise : failure;
  }

  private synchronized boolean claimFiltering() {
    boolean first = !filtering;
    filtering = true;
    return first;
  }

  private synchronized void endFiltering() {
    filtered = true;
    notifyAll();
  }

  private synchronized void fail(RuntimeException e) {
    failure = failure == null ? e : failure;
    filtered = true;
    waiting.clear();
    notifyAll();
  }

  /** Returns the next task, or null when there is none and will be none. */
  private synchronized Runnable next() {
    while (waiting.isEmpty() && !filtered) {
      try {
        wait(); // the filtering thread never waits, so it comes to an end
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new OperationCanceledException();
      }
    }
    return waiting.poll();
  }

  /** Leaves a task to another thread; false if those have enough to do. */
  private synchronized boolean offered(Runnable task) {
    if (failure != null) {
      throw new OperationCanceledException(); // the failure itself is thrown by run
    }
    if (waiting.size() >= executor.threadCount() - 1) {
      return false;
    }
    waiting.add(task);
    notifyAll();
    return true;
  }

  private synchronized void put(int place, Outcome outcome) {
    outcomes.put(place, outcome);
  }

  private Outcome features(String name, FeatureInput input, boolean usesImage) {
    FeatureVector.Builder vector = FeatureVector.builder();
    var findings = new ArrayList<Finding>();
    families.forEach(
        (family, wanted) -> {
          if (family.description().usesImage() == usesImage) {
            if (monitor.isCanceled()) {
              throw new OperationCanceledException();
            }
            String prefix = name + "_" + family.description().id() + "_";
            vector.putAll(prefix, features(family, input.wanting(wanted), findings), wanted);
          }
        });
    findings.addAll(input.reported());
    return new Outcome(vector.build(), findings);
  }

  /** A family that refuses this input leaves its features undefined; the others are computed. */
  private FeatureVector features(FeatureFamily family, FeatureInput input, List<Finding> findings) {
    try {
      return family.compute(input, monitor);
    } catch (IllegalArgumentException e) {
      findings.add(
          Finding.error(
              "The features of "
                  + family.description().id()
                  + " cannot be computed: "
                  + e.getMessage()
                  + ".",
              family.description().id()));
      FeatureVector.Builder vector = FeatureVector.builder();
      family.description().features().forEach(name -> vector.undefined(name, Reason.FAILED));
      return vector.build();
    }
  }

  /** Adds the features of all images in their order. */
  public synchronized void addTo(FeatureVector.Builder vector, List<Finding> findings) {
    for (Outcome outcome : outcomes.values()) {
      vector.putAll("", outcome.features(), Set.of());
      findings.addAll(outcome.findings());
    }
  }

  /** Takes images from the filter that is running; called by the filtering thread only. */
  private final class Sink implements FilterSink {

    private Settings settings = Settings.empty();
    private final Set<String> names = new HashSet<>();
    private int place;

    @Override
    public void image(String name, VoxelBlock image) {
      if (!names.add(name)) {
        finding(
            Finding.error("Two filters make an image " + name + "; the second is left out.", name));
        return;
      }
      var input = new FeatureInput(image.crop(box), shared, settings);
      take(() -> features(name, input, true));
    }

    @Override
    public void finding(Finding finding) {
      put(place++, new Outcome(FeatureVector.builder().build(), List.of(finding)));
    }

    private void take(Supplier<Outcome> computation) {
      int here = place++;
      Runnable task = () -> put(here, computation.get());
      if (!offered(task)) {
        task.run();
      }
    }
  }
}
