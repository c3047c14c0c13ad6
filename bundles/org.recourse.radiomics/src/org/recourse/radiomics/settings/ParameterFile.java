/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.settings;

import java.io.Reader;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a PyRadiomics parameter file (YAML, or JSON, which is a part of it) with the sections
 * setting, voxelSetting, imageType and featureClass. Nothing is guessed: an unknown section,
 * setting or a value of the wrong kind is refused by name. A setting without a value is not set.
 * Stateless and thread-safe.
 */
public final class ParameterFile {

  private static final Set<String> SECTIONS =
      Set.of("setting", "voxelSetting", "imageType", "featureClass");

  /**
   * Reads parameters.
   *
   * @throws ParameterFileException if the text is not YAML or says something unknown
   */
  public ExtractionParameters read(Reader text) throws ParameterFileException {
    try {
      Object root = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      Map<String, Object> sections = map(root, "the parameter file");
      for (String section : sections.keySet()) {
        if (!SECTIONS.contains(section)) {
          throw new ParameterFileException("unknown section: " + section);
        }
      }
      for (String key : map(sections.get("voxelSetting"), "voxelSetting").keySet()) {
        if (!SettingKey.ofVoxels(key)) {
          throw new ParameterFileException("unknown setting: voxelSetting: " + key);
        }
      }
      for (String key : map(sections.get("setting"), "setting").keySet()) {
        if (SettingKey.ofVoxels(key)) {
          throw new ParameterFileException("setting: " + key + " belongs to voxelSetting");
        }
      }
      return new ExtractionParameters(
          settings(sections.get("setting"), "setting"),
          imageTypes(sections.get("imageType")),
          featureClasses(sections.get("featureClass")),
          settings(sections.get("voxelSetting"), "voxelSetting"));
    } catch (YAMLException e) {
      throw new ParameterFileException("the parameter file is not YAML: " + e.getMessage(), e);
    }
  }

  private static Settings settings(Object section, String name) throws ParameterFileException {
    Settings settings = Settings.empty();
    for (Map.Entry<String, Object> entry : map(section, name).entrySet()) {
      if (entry.getValue() == null) {
        checkKnown(entry.getKey(), name);
        continue;
      }
      try {
        settings = settings.with(entry.getKey(), entry.getValue());
      } catch (IllegalArgumentException e) {
        throw new ParameterFileException(name + ": " + e.getMessage(), e);
      }
    }
    return settings;
  }

  private static void checkKnown(String key, String name) throws ParameterFileException {
    try {
      SettingKey.named(key);
    } catch (IllegalArgumentException e) {
      throw new ParameterFileException(name + ": " + e.getMessage(), e);
    }
  }

  private static Map<String, Settings> imageTypes(Object section) throws ParameterFileException {
    var types = new LinkedHashMap<String, Settings>();
    for (Map.Entry<String, Object> entry : map(section, "imageType").entrySet()) {
      types.put(entry.getKey(), settings(entry.getValue(), "imageType: " + entry.getKey()));
    }
    return types.isEmpty() ? Map.of(ExtractionParameters.ORIGINAL, Settings.empty()) : types;
  }

  private static Map<String, Set<String>> featureClasses(Object section)
      throws ParameterFileException {
    var classes = new LinkedHashMap<String, Set<String>>();
    for (Map.Entry<String, Object> entry : map(section, "featureClass").entrySet()) {
      var names = new LinkedHashSet<String>();
      switch (entry.getValue()) {
        case null -> {
          // all features
        }
        case List<?> list -> list.forEach(name -> names.add(String.valueOf(name)));
        default ->
            throw new ParameterFileException(
                "featureClass: " + entry.getKey() + " must be a list: " + entry.getValue());
      }
      classes.put(entry.getKey(), names);
    }
    return classes;
  }

  private static Map<String, Object> map(Object value, String name) throws ParameterFileException {
    var map = new LinkedHashMap<String, Object>();
    switch (value) {
      case null -> {
        // an empty section
      }
      case Map<?, ?> given -> given.forEach((key, one) -> map.put(String.valueOf(key), one));
      default -> throw new ParameterFileException(name + " must have named entries: " + value);
    }
    return map;
  }
}
