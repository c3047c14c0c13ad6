/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.maps;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.radiomics.feature.FeatureFamily;
import org.recourse.radiomics.feature.FeatureInput;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.internal.firstorder.FirstOrderFamily;
import org.recourse.radiomics.internal.texture.KernelPairs;
import org.recourse.radiomics.internal.texture.PairFamily;
import org.recourse.radiomics.internal.texture.RegionLevels;
import org.recourse.radiomics.settings.Settings;

/** Computes the maps of one image. Every voxel is computed alone, so threads change nothing. */
final class ImageMaps {

  /** Voxels between two looks at the monitor. */
  private static final int CHUNK = 64;

  private static final int CHUNKS_PER_ROUND = 8;

  private final String imageName;
  private final VoxelBlock image;
  private final Region region;
  private final byte[] counted;
  private final Map<FeatureFamily, Set<String>> families;
  private final Settings settings;
  private final KernelSettings kernel;
  private final RegionLevels levels;
  private final int[] voxel; // array positions of the region
  private final int[] entry;
  private final List<String> names = new ArrayList<>();
  private final List<double[]> values = new ArrayList<>();

  ImageMaps(
      String imageName,
      VoxelBlock image,
      Region region,
      Map<FeatureFamily, Set<String>> families,
      Settings settings,
      KernelSettings kernel) {
    this.imageName = imageName;
    this.image = image;
    this.region = region;
    this.families = families;
    this.settings = settings;
    this.kernel = kernel;
    counted = region.toBytes();
    voxel = new int[region.voxelCount()];
    entry = new int[counted.length];
    int count = 0;
    for (int i = 0; i < counted.length; i++) {
      entry[i] = counted[i] == 0 ? -1 : count;
      if (counted[i] != 0) {
        voxel[count++] = i;
      }
    }
    if (!kernel.masked()) {
      Arrays.fill(counted, (byte) 1);
    }
    levels =
        RegionLevels.of(
            new FeatureInput(image, Region.of(image.geometry(), counted.clone()), settings));
    families.forEach(this::prepare);
  }

  private void prepare(FeatureFamily family, Set<String> wanted) {
    var all = new ArrayList<>(family.description().features());
    wanted.stream().filter(family.description().onRequest()::contains).forEach(all::add);
    for (String name : all) {
      if (wanted.isEmpty() || wanted.contains(name)) {
        names.add(imageName + "_" + family.description().id() + "_" + name);
        double[] map = new double[voxel.length];
        Arrays.fill(map, Double.NaN);
        values.add(map);
      }
    }
  }

  /** Computes all voxels; one unit of work per voxel. */
  List<FeatureMap> compute(SliceExecutor executor, IProgressMonitor monitor) {
    SubMonitor progress = SubMonitor.convert(monitor, imageName, voxel.length);
    int round = CHUNK * CHUNKS_PER_ROUND * executor.threadCount();
    for (int from = 0; from < voxel.length; from += round) {
      progress.checkCanceled();
      int start = from;
      int to = Math.min(from + round, voxel.length);
      executor.forEachSlice(
          (to - start + CHUNK - 1) / CHUNK,
          progress,
          chunk ->
              computeChunk(
                  start + chunk * CHUNK, Math.min(start + (chunk + 1) * CHUNK, to), progress));
      progress.worked(to - from);
    }
    var maps = new ArrayList<FeatureMap>();
    for (int i = 0; i < names.size(); i++) {
      maps.add(new FeatureMap(names.get(i), region, entry, values.get(i)));
    }
    return maps;
  }

  private void computeChunk(int from, int to, IProgressMonitor monitor) {
    if (monitor.isCanceled()) {
      throw new OperationCanceledException();
    }
    var cut = new KernelCut(image, counted, levels, kernel.radiusVoxels(), flatAxis());
    List<KernelFamily> kernels = kernelFamilies(cut, monitor);
    for (int i = from; i < to; i++) {
      cut.moveTo(voxel[i]);
      int[] cutLevels = cut.levels();
      int map = 0;
      for (KernelFamily family : kernels) {
        FeatureVector vector = family.features(cutLevels);
        for (String name : family.names()) {
          OptionalDouble number = vector.number(name);
          if (number.isPresent()) {
            values.get(map)[i] = number.getAsDouble();
          }
          map++;
        }
      }
    }
  }

  /** force2Ddimension counts as in a numpy array: 0 is z. */
  private int flatAxis() {
    return settings.flag("force2D", false) ? 2 - settings.integer("force2Ddimension", 0) : -1;
  }

  /** One family, ready for kernels; used by one thread. */
  private interface KernelFamily {

    List<String> names();

    FeatureVector features(int[] cutLevels);
  }

  private List<KernelFamily> kernelFamilies(KernelCut cut, IProgressMonitor monitor) {
    Map<FeatureFamily, List<String>> wantedNames = new LinkedHashMap<>();
    int at = 0;
    for (Map.Entry<FeatureFamily, Set<String>> family : families.entrySet()) {
      String prefix = imageName + "_" + family.getKey().description().id() + "_";
      var own = new ArrayList<String>();
      while (at < names.size() && names.get(at).startsWith(prefix)) {
        own.add(names.get(at++).substring(prefix.length()));
      }
      wantedNames.put(family.getKey(), own);
    }
    var made = new ArrayList<KernelFamily>();
    var shared = new SharedInput(cut);
    wantedNames.forEach((family, own) -> made.add(kernelFamily(family, own, shared, monitor)));
    return made;
  }

  private KernelFamily kernelFamily(
      FeatureFamily family, List<String> own, SharedInput shared, IProgressMonitor monitor) {
    return switch (family) {
      case FirstOrderFamily firstOrder -> {
        var fast =
            new FirstOrderKernel(
                settings,
                image.geometry().voxelVolumeMm3(),
                families.get(family).contains("StandardDeviation"));
        yield of(own, cutLevels -> firstOrder(fast, shared.cut, cutLevels));
      }
      case PairFamily pairs when KernelPairs.supports(settings) -> {
        var fast = new KernelPairs(levels.levelCount(), settings, own.contains("MCC"));
        yield of(
            own,
            cutLevels ->
                fast.features(
                    cutLevels,
                    shared.cut.box().sizeX(),
                    shared.cut.box().sizeY(),
                    shared.cut.box().sizeZ()));
      }
      default ->
          of(
              own,
              cutLevels ->
                  family.compute(shared.of(cutLevels).wanting(families.get(family)), monitor));
    };
  }

  private static FeatureVector firstOrder(FirstOrderKernel fast, KernelCut cut, int[] cutLevels) {
    int[] present = Arrays.stream(cutLevels).filter(level -> level != 0).toArray();
    return fast.features(cut.values(present.length), present);
  }

  private static KernelFamily of(
      List<String> own, java.util.function.Function<int[], FeatureVector> features) {
    return new KernelFamily() {
      @Override
      public List<String> names() {
        return own;
      }

      @Override
      public FeatureVector features(int[] cutLevels) {
        return features.apply(cutLevels);
      }
    };
  }

  /** The kernel as a region of its own, made once per voxel for all families that need it. */
  private final class SharedInput {

    private final KernelCut cut;
    private int[] madeFor = {};
    private FeatureInput input;

    SharedInput(KernelCut cut) {
      this.cut = cut;
    }

    FeatureInput of(int[] cutLevels) {
      if (madeFor != cutLevels) {
        input = new FeatureInput(cut.image(), cut.region(cutLevels), settings);
        levels.seed(input, cutLevels);
        madeFor = cutLevels;
      }
      return input;
    }
  }
}
