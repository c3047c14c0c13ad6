/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.feature;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.recourse.grid.finding.Finding;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.Settings;

/**
 * What a family computes from: an image inside the box of a region, the region on the same
 * geometry, the settings, and intermediate results that several families or several images share.
 * Thread-safe.
 */
public final class FeatureInput {

  private final VoxelBlock image;
  private final SharedRegion region;
  private final Settings settings;
  private final Set<String> wanted;
  private final Map<Class<?>, Object> derived;
  private final Queue<Finding> reported;

  private FeatureInput(
      VoxelBlock image,
      SharedRegion region,
      Settings settings,
      Set<String> wanted,
      Map<Class<?>, Object> derived,
      Queue<Finding> reported) {
    if (!image.geometry().equals(region.region().geometry())) {
      throw new IllegalArgumentException(
          "image and region differ: " + image.geometry() + ", " + region.region().geometry());
    }
    if (region.region().voxelCount() == 0) {
      throw new IllegalArgumentException("the region is empty");
    }
    this.image = image;
    this.region = region;
    this.settings = Objects.requireNonNull(settings, "settings");
    this.wanted = Set.copyOf(wanted);
    this.derived = derived;
    this.reported = reported;
  }

  /** Makes an input of which all features are wanted. */
  public FeatureInput(VoxelBlock image, SharedRegion region, Settings settings) {
    this(
        image,
        region,
        settings,
        Set.of(),
        new ConcurrentHashMap<>(),
        new ConcurrentLinkedQueue<>());
  }

  public FeatureInput(VoxelBlock image, Region region, Settings settings) {
    this(image, new SharedRegion(region), settings);
  }

  /**
   * Returns the same input for a family of which only some features are wanted; empty means all.
   */
  public FeatureInput wanting(Set<String> names) {
    return new FeatureInput(image, region, settings, names, derived, reported);
  }

  public VoxelBlock image() {
    return image;
  }

  public Region region() {
    return region.region();
  }

  public Settings settings() {
    return settings;
  }

  /** Tells whether a feature is asked for; one that is costly may be left out otherwise. */
  public boolean wants(String name) {
    return wanted.isEmpty() || wanted.contains(name);
  }

  /** Tells whether a feature was chosen by name, which features computed on request need. */
  public boolean asksFor(String name) {
    return wanted.contains(name);
  }

  /** Takes a reservation about features of this image, of whichever family. */
  public void report(Finding finding) {
    reported.add(Objects.requireNonNull(finding, "finding"));
  }

  /** Returns the reservations so far. */
  public List<Finding> reported() {
    return List.copyOf(reported);
  }

  /** Returns an intermediate result of this image and region, computed at the first call. */
  public <T> T derived(Class<T> type, Function<FeatureInput, T> maker) {
    Object known = derived.get(type);
    if (known == null) { // not computeIfAbsent: a maker may ask for other intermediate results
      T made = maker.apply(this);
      Object earlier = derived.putIfAbsent(type, made);
      known = earlier == null ? made : earlier;
    }
    return type.cast(known);
  }

  /** Returns an intermediate result of the region alone, shared by all images. */
  public <T> T ofRegion(Class<T> type, Function<Region, T> maker) {
    return region.derived(type, maker);
  }

  /** A region with the intermediate results that depend on nothing else. Thread-safe. */
  public static final class SharedRegion {

    private final Region region;
    private final Map<Class<?>, Object> derived = new ConcurrentHashMap<>();

    public SharedRegion(Region region) {
      this.region = Objects.requireNonNull(region, "region");
    }

    public Region region() {
      return region;
    }

    private <T> T derived(Class<T> type, Function<Region, T> maker) {
      return type.cast(derived.computeIfAbsent(type, key -> maker.apply(region)));
    }
  }
}
