/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.radiobiology.ledger;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.eclipse.core.runtime.IProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.dosimetry.dvh.Dvh;
import org.recourse.grid.geometry.GridGeometry;

/**
 * Recovery on a target, or against a limit that was derived without it, does not compile. The
 * compiler is asked where it is at hand; the signatures are checked everywhere.
 */
class RecoveryByTypeTest {

  private static final String ALLOWED = "none.judge(plain); some.judge(discounted);";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "none.judge(discounted);",
        "some.judge(plain);",
        "ledger.sumWithRecovery(target, table, grid, executor, monitor);",
        "CumulativeDvh<NoRecovery> x = discounted;",
        "RemainingDoseMap.of(discountedSum, none, 27, java.util.Optional.empty(), executor,"
            + " monitor);",
        "new CumulativeDvh<NoRecovery>(target, NONE, discounted.eqd2Dvh());",
        "new CumulativeDose<NoRecovery>(target, NONE, discountedSum.eqd2(), null, null);",
      })
  void doesNotCompile(String statement) {
    assumeTrue(compiles(ALLOWED), "no compiler that sees the classes of this bundle");

    assertFalse(compiles(statement), statement);
  }

  @Test
  void onlyTheLedgerMakesSumsAndNoMethodTakesATargetAndATable() {
    for (Class<?> type : List.of(CumulativeDose.class, CumulativeDvh.class)) {
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        assertFalse(Modifier.isPublic(constructor.getModifiers()), constructor.toString());
      }
    }
    for (Method method : CourseLedger.class.getDeclaredMethods()) {
      List<Class<?>> parameters = Arrays.asList(method.getParameterTypes());
      boolean table = parameters.contains(RecoveryConvention.TableRecovery.class);
      boolean target =
          parameters.contains(TargetVolume.class) || parameters.contains(LedgerStructure.class);
      assertFalse(table && target && Modifier.isPublic(method.getModifiers()), method.toString());
    }
    assertTrue(Modifier.isFinal(OrganAtRisk.class.getModifiers()));
    assertTrue(Modifier.isFinal(TargetVolume.class.getModifiers()));
  }

  private static String classPath() {
    return Stream.of(Limit.class, Dvh.class, GridGeometry.class, IProgressMonitor.class)
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation().getPath())
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean compiles(String statement) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      return false;
    }
    String source =
        """
        import org.recourse.radiobiology.ledger.*;
        import org.recourse.radiobiology.ledger.RecoveryConvention.*;
        import static org.recourse.radiobiology.ledger.RecoveryConvention.NONE;
        class Attempt {
          void attempt(Limit<NoRecovery> none, Limit<TableRecovery> some,
              CumulativeDvh<NoRecovery> plain, CumulativeDvh<TableRecovery> discounted,
              CumulativeDose<TableRecovery> discountedSum, CourseLedger ledger,
              TargetVolume target, OrganAtRisk organ, TableRecovery table,
              org.recourse.grid.geometry.GridGeometry grid,
              org.recourse.grid.parallel.SliceExecutor executor,
              org.eclipse.core.runtime.IProgressMonitor monitor) {
            %s
          }
        }
        """
            .formatted(statement);
    var file =
        new SimpleJavaFileObject(URI.create("string:///Attempt.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    var diagnostics = new DiagnosticCollector<JavaFileObject>();
    return compiler
        .getTask(
            null,
            null,
            diagnostics,
            List.of("-proc:none", "-d", System.getProperty("java.io.tmpdir"), "-cp", classPath()),
            null,
            List.of(file))
        .call();
  }
}
