/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;
import org.recourse.dosimetry.dvh.StructureSampling;
import org.recourse.dosiomics.DosiomicsRegion;
import org.recourse.dosiomics.DosiomicsResult;
import org.recourse.dosiomics.DosiomicsSettings;
import org.recourse.grid.finding.Finding;
import org.recourse.grid.parallel.SliceExecutor;
import org.recourse.grid.volume.DoseGrid;
import org.recourse.radiomics.ExtractionResult;
import org.recourse.radiomics.FeatureCatalogue;
import org.recourse.radiomics.FeatureExtractor;
import org.recourse.radiomics.feature.FeatureVector;
import org.recourse.radiomics.ibsi.IbsiProfile;
import org.recourse.radiomics.image.Region;
import org.recourse.radiomics.image.VoxelBlock;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.ParameterFile;
import org.recourse.radiomics.settings.ParameterFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Radiomic features of image and mask, or dosiomic features of dose and mask. */
@Command(
    name = "features",
    mixinStandardHelpOptions = true,
    description = {
      "Radiomic features of images in masks, one row per pair, with the names of PyRadiomics.",
      "An image is a NRRD or NIfTI file or a folder with one DICOM series; a mask is a label map in"
          + " NRRD or NIfTI, or an RTSTRUCT file or folder with --roi. Several pairs: repeat"
          + " --image and --mask. With --dose instead of --image (NRRD or NIfTI in Gy, or RTDOSE):"
          + " dosiomic features; binWidth is in Gy then, 1 by default."
    })
final class FeaturesCommand extends CommandTask {

  private static final int DEFAULT_LABEL = 1;

  @Option(names = "--image", paramLabel = "I", description = "Image; may be repeated.")
  private List<Path> images = List.of();

  @Option(names = "--dose", paramLabel = "D", description = "Dose in Gy; may be repeated.")
  private List<Path> doses = List.of();

  @Option(
      names = "--mask",
      required = true,
      paramLabel = "M",
      description = "Mask, one for each image or one for all; may be repeated.")
  private List<Path> masks = List.of();

  @Option(
      names = "--label",
      paramLabel = "N",
      description = "Label in the label map; default: that of the parameter file, else 1.")
  private Optional<Integer> label = Optional.empty();

  @Option(
      names = "--roi",
      paramLabel = "NAME",
      description = "Structure of an RTSTRUCT, one for all masks or one for each; may be repeated.")
  private List<String> rois = List.of();

  @Option(
      names = "--series",
      paramLabel = "UID",
      description = "Series Instance UID where a DICOM folder has several series.")
  private Optional<String> series = Optional.empty();

  @Option(
      names = "--params",
      paramLabel = "P",
      description = "PyRadiomics parameter file (YAML); default: all features, original image.")
  private Optional<Path> params = Optional.empty();

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "Definitions: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
  private FeaturesProfile profile = FeaturesProfile.pyradiomics;

  @Option(
      names = "--resample-mask",
      description =
          "Resamples a label map that lies on another grid to that of the image, as correctMask"
              + " of a parameter file does; without it such a pair is refused.")
  private boolean resampleMask;

  @Option(
      names = "--reference-gy",
      paramLabel = "D",
      description =
          "With --dose: reference dose of conformity and spots, such as the prescription.")
  private Optional<Double> referenceGy = Optional.empty();

  @Option(
      names = "--csv",
      required = true,
      paramLabel = "F",
      description = "Result, one row per pair; - is standard output.")
  private String csv;

  private final FeatureCatalogue catalogue;

  FeaturesCommand(Surroundings surroundings, FeatureCatalogue catalogue) {
    super(surroundings);
    this.catalogue = catalogue;
  }

  /** One row of the result. */
  private record Pair(Path source, Path mask, Optional<String> roi) {}

  @Override
  ExitCode run(SliceExecutor executor, IProgressMonitor monitor) throws RefusalException {
    boolean ofDose = !doses.isEmpty();
    List<Pair> pairs = pairs(ofDose ? doses : images);
    ExtractionParameters parameters = parameters(params);
    var table = new FeaturesTable();
    var all = new ArrayList<Finding>();
    SubMonitor progress = SubMonitor.convert(monitor, pairs.size());
    try (var inputs = new FeaturesInputs(executor)) {
      for (Pair pair : pairs) {
        monitor.setTaskName("Features of " + pair.source() + " in " + pair.mask());
        List<Finding> findings =
            ofDose
                ? addDose(table, pair, parameters, inputs, executor, progress.split(1))
                : addImage(table, pair, parameters, inputs, executor, progress.split(1));
        findings.forEach(this::print);
        all.addAll(findings);
      }
    }
    catalogue.findings().forEach(this::print);
    new ResultFile(csv).write(table.csv(), surroundings().out());
    return ExitCode.of(all);
  }

  private void print(Finding finding) {
    surroundings().err().println(JsonResult.line(finding));
    surroundings().err().flush();
  }

  private List<Pair> pairs(List<Path> sources) throws RefusalException {
    if (sources.isEmpty() || !images.isEmpty() && !doses.isEmpty()) {
      throw new RefusalException("name --image I (radiomics) or --dose D (dosiomics), not both.");
    }
    if (masks.size() != sources.size() && masks.size() != 1) {
      throw new RefusalException(
          masks.size() + " masks for " + sources.size() + " images; name one for each.");
    }
    if (rois.size() > 1 && rois.size() != sources.size()) {
      throw new RefusalException(
          rois.size() + " structures for " + sources.size() + " images; name one for each.");
    }
    if (!doses.isEmpty() && profile == FeaturesProfile.ibsi) {
      throw new RefusalException("dosiomic features have the profile pyradiomics only.");
    }
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < sources.size(); i++) {
      pairs.add(
          new Pair(
              sources.get(i),
              masks.get(masks.size() == 1 ? 0 : i),
              rois.isEmpty() ? Optional.empty() : Optional.of(rois.get(rois.size() == 1 ? 0 : i))));
    }
    return pairs;
  }

  /** Reads a parameter file, or returns the defaults. */
  static ExtractionParameters parameters(Optional<Path> params) throws RefusalException {
    if (params.isEmpty()) {
      return ExtractionParameters.defaults();
    }
    try (Reader text = Files.newBufferedReader(params.get(), StandardCharsets.UTF_8)) {
      return new ParameterFile().read(text);
    } catch (ParameterFileException e) {
      throw new RefusalException(params.get() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new RefusalException(params.get() + " cannot be read (" + e + ").", e);
    }
  }

  private int labelOf(ExtractionParameters parameters) {
    return label.orElseGet(() -> parameters.settings().integer("label", DEFAULT_LABEL));
  }

  private boolean resamples(ExtractionParameters parameters) {
    return resampleMask || parameters.settings().flag("correctMask", false);
  }

  private List<Finding> addImage(
      FeaturesTable table,
      Pair pair,
      ExtractionParameters parameters,
      FeaturesInputs inputs,
      SliceExecutor executor,
      SubMonitor progress)
      throws RefusalException {
    progress.setWorkRemaining(100);
    FeaturesInputs.Image read = inputs.image(pair.source(), series, progress.split(20));
    VoxelBlock image = VoxelBlock.of(read.volume());
    Region region =
        inputs
            .mask(
                pair.mask(),
                pair.roi(),
                labelOf(parameters),
                image.geometry(),
                read.frameUid(),
                resamples(parameters),
                progress.split(10))
            .region();
    var findings = new ArrayList<>(inputs.takeFindings());
    FeatureVector features =
        features(
            image,
            region,
            pair,
            parameters,
            new FeaturesVoxelOrder(read.slicesReversed()),
            findings,
            executor,
            progress.split(70));
    var diagnostics =
        new FeaturesDiagnostics(surroundings().software(), profile.title(), parameters);
    Map<String, String> texts = texts(pair, parameters, "Image");
    texts.putAll(diagnostics.of(image, region, read.slicesReversed()));
    table.add(texts, features);
    return findings;
  }

  private FeatureVector features(
      VoxelBlock image,
      Region region,
      Pair pair,
      ExtractionParameters parameters,
      FeaturesVoxelOrder order,
      List<Finding> findings,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws RefusalException {
    return switch (profile) {
      case pyradiomics -> {
        ExtractionResult result =
            extracted(order.ofFile(image), order.ofFile(region), parameters, executor, monitor);
        result.findings().forEach(finding -> findings.add(advised(finding)));
        yield result.features();
      }
      case ibsi ->
          new IbsiProfile(executor)
              .compute(
                  image,
                  checked(image, region, pair),
                  FeaturesProfile.ibsiSettings(parameters, image),
                  monitor);
    };
  }

  private ExtractionResult extracted(
      VoxelBlock image,
      Region region,
      ExtractionParameters parameters,
      SliceExecutor executor,
      IProgressMonitor monitor)
      throws RefusalException {
    try {
      // the label has been used to read the mask
      ExtractionParameters ofRegion =
          parameters.withSettings(parameters.settings().without("label"));
      return new FeatureExtractor(catalogue).extract(image, region, ofRegion, executor, monitor);
    } catch (IllegalArgumentException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  private static Finding advised(Finding finding) {
    return finding.text().startsWith("Image and region differ")
        ? new Finding(
            finding.severity(),
            finding.text() + " Add --resample-mask if they lie in the same frame of reference.",
            finding.affected())
        : finding;
  }

  /** The IBSI profile has no findings of its own; what it cannot take is refused here. */
  private static Region checked(VoxelBlock image, Region region, Pair pair)
      throws RefusalException {
    if (!image.geometry().equals(region.geometry())) {
      throw new RefusalException(
          pair.mask() + " lies on another grid than " + pair.source() + "; add --resample-mask.");
    }
    if (region.voxelCount() == 0) {
      throw new RefusalException(pair.mask() + ": the region is empty.");
    }
    return region;
  }

  private Map<String, String> texts(Pair pair, ExtractionParameters parameters, String kind) {
    var texts = new LinkedHashMap<String, String>();
    texts.put(kind, pair.source().toString());
    texts.put("Mask", pair.mask().toString());
    texts.put("Label", pair.roi().orElseGet(() -> Integer.toString(labelOf(parameters))));
    return texts;
  }

  private List<Finding> addDose(
      FeaturesTable table,
      Pair pair,
      ExtractionParameters parameters,
      FeaturesInputs inputs,
      SliceExecutor executor,
      SubMonitor progress)
      throws RefusalException {
    progress.setWorkRemaining(100);
    OptionalDouble reference =
        referenceGy.isPresent() ? OptionalDouble.of(referenceGy.get()) : OptionalDouble.empty();
    try {
      DosiomicsSettings settings = FeaturesProfile.doseSettings(parameters, reference);
      DoseGrid dose = inputs.dose(pair.source(), progress.split(20));
      FeaturesInputs.MaskRegion mask =
          inputs.mask(
              pair.mask(),
              pair.roi(),
              labelOf(parameters),
              dose.geometry(),
              "",
              resamples(parameters),
              progress.split(10));
      if (!mask.region().geometry().equals(dose.geometry())) {
        throw new RefusalException(
            pair.mask() + " lies on another grid than " + pair.source() + "; add --resample-mask.");
      }
      DosiomicsRegion region = region(mask, dose, settings, executor, progress.split(30));
      DosiomicsResult result = region.update(dose, executor, progress.split(40));
      table.add(texts(pair, parameters, "Dose"), result.features());
      var findings = new ArrayList<>(inputs.takeFindings());
      findings.addAll(result.findings());
      return findings;
    } catch (IllegalArgumentException e) {
      throw new RefusalException(e.getMessage(), e);
    }
  }

  private DosiomicsRegion region(
      FeaturesInputs.MaskRegion mask,
      DoseGrid dose,
      DosiomicsSettings settings,
      SliceExecutor executor,
      SubMonitor progress) {
    progress.setWorkRemaining(2);
    if (mask.contours().isEmpty()) {
      return DosiomicsRegion.of(mask.region(), settings, catalogue, executor, progress);
    }
    StructureSampling sampling =
        StructureSampling.of(mask.contours().get(), dose.geometry(), executor, progress.split(1));
    return DosiomicsRegion.of(
        mask.region(), sampling, settings, catalogue, executor, progress.split(1));
  }
}
