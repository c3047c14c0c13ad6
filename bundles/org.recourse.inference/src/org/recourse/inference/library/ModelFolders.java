/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.library;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Where model packages lie on a machine, in this order: the folders that the variable {@code
 * RECOURSE_MODELS} or the system property {@code recourse.models} names, {@code models} in the
 * installation, and the folder of the user. What comes with the product goes before what a user
 * adds, so an id keeps its meaning. Stateless.
 */
public final class ModelFolders {

  /** Environment variable with folders, separated as paths are on this system. */
  public static final String VARIABLE = "RECOURSE_MODELS";

  /** System property with folders; the launcher of a checkout sets it. */
  public static final String PROPERTY = "recourse.models";

  private static final String INSTALLATION = "osgi.install.area";
  private static final String MODELS = "models";
  private static final String NAME = "recourse";

  private final Map<String, String> environment;
  private final Function<String, Optional<String>> properties;

  public ModelFolders(
      Map<String, String> environment, Function<String, Optional<String>> properties) {
    this.environment = Map.copyOf(environment);
    this.properties = properties;
  }

  /** Returns the folders of this machine and this user. */
  public static ModelFolders ofThisMachine() {
    return new ModelFolders(System.getenv(), name -> Optional.ofNullable(System.getProperty(name)));
  }

  /** Returns all folders, whether they exist or not. */
  public List<Path> all() {
    List<Path> folders = new ArrayList<>();
    Optional.ofNullable(environment.get(VARIABLE)).ifPresent(list -> addAll(folders, list));
    properties.apply(PROPERTY).ifPresent(list -> addAll(folders, list));
    properties
        .apply(INSTALLATION)
        .filter(area -> area.startsWith("file:"))
        .map(area -> Path.of(URI.create(area.replace(" ", "%20"))).resolve(MODELS))
        .ifPresent(folders::add);
    folders.add(ofUser());
    return folders.stream().distinct().toList();
  }

  private static void addAll(List<Path> folders, String list) {
    for (String folder : list.split(Pattern.quote(File.pathSeparator))) {
      if (!folder.isBlank()) {
        folders.add(Path.of(folder.strip()));
      }
    }
  }

  /** Returns the folder into which a user puts packages, by the custom of the system. */
  public Path ofUser() {
    String os = properties.apply("os.name").orElse("").toLowerCase(Locale.ROOT);
    Path home = Path.of(properties.apply("user.home").orElse("."));
    if (os.contains("win") && environment.containsKey("LOCALAPPDATA")) {
      return Path.of(environment.get("LOCALAPPDATA"), NAME, MODELS);
    }
    if (os.contains("mac")) {
      return home.resolve(Path.of("Library", "Application Support", NAME, MODELS));
    }
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    Path data = xdg.isBlank() ? home.resolve(Path.of(".local", "share")) : Path.of(xdg);
    return data.resolve(Path.of(NAME, MODELS));
  }
}
