/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.extract;

import java.util.ArrayList;
import java.util.List;
import org.recourse.grid.finding.Finding;
import org.recourse.radiomics.settings.ExtractionParameters;
import org.recourse.radiomics.settings.SettingKey;
import org.recourse.radiomics.settings.Settings;

/**
 * Settings of PyRadiomics that mean nothing to an extraction from a given region. They are
 * accepted, because parameter files hold them, and each is answered with a finding. A reader of
 * masks that has honoured {@code label} hands the settings on without it.
 */
public final class UnusedSettings {

  private UnusedSettings() {}

  /** Returns one finding for each such setting that is given. */
  public static List<Finding> of(ExtractionParameters parameters) {
    Settings settings = parameters.settings();
    var findings = new ArrayList<Finding>();
    add(
        settings,
        SettingKey.LABEL,
        "the region was given as such and not read from a labelled mask",
        findings);
    add(
        settings,
        SettingKey.LABEL_CHANNEL,
        "the region was given as such and not read from a mask with channels",
        findings);
    add(
        settings,
        SettingKey.ADDITIONAL_INFO,
        "versions, settings and geometry are recorded with every result and are no features",
        findings);
    if (!parameters.voxelSettings().asMap().isEmpty()) {
      findings.add(
          Finding.info("voxelSetting has no effect here: it is for feature maps.", "voxelSetting"));
    }
    return findings;
  }

  private static void add(
      Settings settings, SettingKey key, String reason, List<Finding> findings) {
    if (settings.isSet(key.key())) {
      findings.add(
          Finding.info("The setting " + key.key() + " has no effect: " + reason + ".", key.key()));
    }
  }
}
