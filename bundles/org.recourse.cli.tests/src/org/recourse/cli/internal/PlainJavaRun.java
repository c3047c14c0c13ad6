/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.cli.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.recourse.assistant.protocols.ProtocolCatalogue;
import org.recourse.risk.ContributedRiskCatalogue;
import org.recourse.risk.published.PublishedRiskModels;

/** The command line without OSGi, for developers: the same commands in a plain virtual machine. */
public final class PlainJavaRun {

  private PlainJavaRun() {}

  public static void main(String[] arguments) {
    var surroundings =
        new Surroundings(
            ContributedRiskCatalogue.of(PublishedRiskModels.all(), "org.recourse.risk"),
            ProtocolCatalogue.NONE,
            writer(FileDescriptor.out),
            writer(FileDescriptor.err),
            HostFolders.errIsTerminal(),
            HostFolders.cacheFolder(
                System.getenv(),
                System.getProperty("os.name"),
                Path.of(System.getProperty("user.home"))),
            "ReCourse (plain Java)",
            Clock.systemUTC());
    System.exit(new CommandLineTool(surroundings).run(arguments));
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
