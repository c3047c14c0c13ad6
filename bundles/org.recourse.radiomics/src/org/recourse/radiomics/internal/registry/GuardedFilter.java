/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.registry;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.geometry.GridGeometry;
import org.recourse.radiomics.filter.FilterDescription;
import org.recourse.radiomics.filter.FilterSink;
import org.recourse.radiomics.filter.ImageFilter;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.Settings;

/**
 * The filter of a vendor behind a border: its images are handed on when it has ended well; whatever
 * goes wrong in it becomes a finding that names the bundle, and none of its images is used.
 * Immutable and thread-safe.
 */
public final class GuardedFilter implements ImageFilter, Contributed {

  private final ImageFilter filter;
  private final String bundle;
  private final Duration limit;
  private final FilterDescription description;

  /** Asks the filter for its description, once. */
  GuardedFilter(ImageFilter filter, String bundle, Duration limit) throws VendorException {
    this.filter = filter;
    this.bundle = bundle;
    this.limit = limit;
    description =
        new VendorCall("Description of a filter of " + bundle, limit)
            .call(watched -> filter.description(), new NullProgressMonitor());
    if (description == null) {
      throw new VendorException("It has no description.", null);
    }
  }

  @Override
  public FilterDescription description() {
    return description;
  }

  @Override
  public String bundle() {
    return bundle;
  }

  @Override
  public void apply(
      VoxelBlock image,
      Region region,
      Settings settings,
      FilterSink sink,
      IProgressMonitor monitor) {
    try {
      List<Consumer<FilterSink>> made =
          new VendorCall("Filter " + description.id(), limit)
              .call(
                  watched -> {
                    var collected = new Collected(image.geometry());
                    filter.apply(image, region, settings, collected, watched);
                    return collected.made;
                  },
                  monitor);
      made.forEach(one -> one.accept(sink));
    } catch (VendorException e) {
      sink.finding(
          Finding.error(
              "The filter "
                  + description.id()
                  + " of "
                  + bundle
                  + " made no images. "
                  + e.getMessage()
                  + " Report this to its vendor; the other images are not affected.",
              bundle));
    }
  }

  /** Keeps what a filter makes; seen by one thread after the other. */
  private static final class Collected implements FilterSink {

    private final GridGeometry geometry;
    private final List<Consumer<FilterSink>> made = new ArrayList<>();

    Collected(GridGeometry geometry) {
      this.geometry = geometry;
    }

    @Override
    public void image(String name, VoxelBlock image) {
      if (!image.geometry().equals(geometry)) {
        throw new IllegalArgumentException("the image " + name + " has another geometry");
      }
      made.add(sink -> sink.image(name, image));
    }

    @Override
    public void finding(Finding finding) {
      made.add(sink -> sink.finding(finding));
    }
  }
}
