/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.codegen;

import java.io.File;
import org.eclipse.emf.codegen.ecore.generator.Generator;
import org.eclipse.emf.codegen.ecore.generator.GeneratorAdapterFactory;
import org.eclipse.emf.codegen.ecore.genmodel.GenModel;
import org.eclipse.emf.codegen.ecore.genmodel.GenModelPackage;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenBaseGeneratorAdapter;
import org.eclipse.emf.codegen.ecore.genmodel.generator.GenModelGeneratorAdapterFactory;
import org.eclipse.emf.common.util.BasicMonitor;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EcorePackage;
import org.eclipse.emf.ecore.plugin.EcorePlugin;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.impl.ResourceSetImpl;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.impl.EcoreResourceFactoryImpl;

/** args: projectName projectDir genmodelRelativePath */
public final class GenerateModel {
  public static void main(String[] args) throws Exception {
    String project = args[0];
    File dir = new File(args[1]).getCanonicalFile();
    EcorePlugin.ExtensionProcessor.process(null);
    EcorePlugin.getPlatformResourceMap().put(project, URI.createFileURI(dir.getPath() + "/"));
    ResourceSet rs = new ResourceSetImpl();
    rs.getResourceFactoryRegistry()
        .getExtensionToFactoryMap()
        .put("*", new EcoreResourceFactoryImpl());
    rs.getURIConverter().getURIMap().putAll(EcorePlugin.computePlatformURIMap(true));
    rs.getPackageRegistry().put(EcorePackage.eNS_URI, EcorePackage.eINSTANCE);
    rs.getPackageRegistry().put(GenModelPackage.eNS_URI, GenModelPackage.eINSTANCE);
    GeneratorAdapterFactory.Descriptor.Registry.INSTANCE.addDescriptor(
        GenModelPackage.eNS_URI, GenModelGeneratorAdapterFactory.DESCRIPTOR);
    URI uri = URI.createPlatformResourceURI("/" + project + "/" + args[2], true);
    GenModel gm = (GenModel) rs.getResource(uri, true).getContents().get(0);
    EcoreUtil.resolveAll(gm);
    gm.reconcile();
    gm.setValidateModel(true);
    gm.setCanGenerate(true);
    gm.setForceOverwrite(true);
    Diagnostic d = gm.diagnose();
    if (d.getSeverity() >= Diagnostic.ERROR) {
      throw new IllegalStateException(d.toString());
    }
    Generator generator = new Generator();
    generator.setInput(gm);
    Diagnostic r =
        generator.generate(
            gm, GenBaseGeneratorAdapter.MODEL_PROJECT_TYPE, new BasicMonitor.Printing(System.out));
    if (r.getSeverity() > Diagnostic.WARNING) {
      throw new IllegalStateException(r + " " + r.getChildren());
    }
  }
}
