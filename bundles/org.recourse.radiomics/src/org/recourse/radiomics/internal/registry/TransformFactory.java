/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiomics.internal.registry;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.core.runtime.IExecutableExtensionFactory;
import org.recourse.radiomics.filter.IntensityTransform;

/** Makes the intensity transforms, which are an enum and so have no constructor to call. */
public final class TransformFactory implements IExecutableExtensionFactory, IExecutableExtension {

  private String name = "";

  @Override
  public void setInitializationData(IConfigurationElement element, String property, Object data) {
    name = String.valueOf(data);
  }

  @Override
  public Object create() {
    return IntensityTransform.valueOf(name);
  }
}
