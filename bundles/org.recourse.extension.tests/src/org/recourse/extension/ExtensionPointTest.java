/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.extension;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.recourse.grid.finding.Finding;
import org.recourse.testing.TestExtensions;
import org.recourse.testing.Waiting;

/** Every mistake that a vendor can make in an extension, with and without OSGi. */
class ExtensionPointTest {

  private static final ExtensionPoint POINT =
      ExtensionPoint.of("org.example.things.makers", "maker")
          .withElement("maker", Contribution.ID, Contribution.TITLE, Contribution.CLASS)
          .withElement("folder", Contribution.ID, "path");

  private TestExtensions extensions;

  @BeforeEach
  void open() throws CoreException {
    extensions = new TestExtensions(ExtensionPointTest.class);
    extensions.contribute("org.example.things", "<extension-point id=\"makers\" name=\"x\"/>");
  }

  @AfterEach
  void close() {
    extensions.close();
  }

  @Test
  void ourOwnComeFirstThenVendorsInTheOrderOfTheirBundles() {
    contribute("b.vendor", maker("b", Good.class.getName()));
    contribute("a.vendor", maker("a2", "com.example.Missing") + maker("a1", "com.example.Missing"));
    contribute("org.example.things", maker("own", "com.example.Missing"));
    contribute("a.first", maker("early", "com.example.Missing"));

    assertEquals(List.of("own", "early", "a2", "a1", "b"), ids(POINT));
    assertEquals(List.of("b", "early", "a2", "a1", "own"), ids(POINT.withFirstBundle("b.vendor")));
    assertTrue(read().findings().isEmpty(), "no class was loaded");
  }

  @Test
  void aClassIsCreatedWhenItIsAskedFor() throws CoreException {
    contribute("a.vendor", maker("a", Good.class.getName()));

    Contribution only = read().items().getFirst();
    assertEquals("maker", only.elementName());
    assertEquals("a.vendor", only.bundle());
    assertEquals("a", only.id());
    assertEquals("Title of a", only.title());
    assertTrue(only.create(Callable.class) instanceof Good);
  }

  @ParameterizedTest
  @CsvSource({
    "'<maker title=\"t\" class=\"c\"/>', 'One maker of', 'its extension lacks id.'",
    "'<maker id=\"\" title=\"t\" class=\"c\"/>', 'One maker of', 'its extension lacks id.'",
    "'<maker id=\"  \" class=\"c\"/>', 'One maker of', 'its extension lacks id, title.'",
    "'<maker id=\"a\" title=\"t\"/>', 'The maker a of', 'its extension lacks class.'",
    "'<folder id=\"a\"/>', 'The maker a of', 'its extension lacks path.'",
    "'<strange id=\"a\"/>', 'The maker a of', '<strange> is unknown.'"
  })
  void anIncompleteExtensionIsAFindingAndLeavesTheOthers(
      String element, String subject, String reason) {
    contribute("a.vendor", element);
    contribute("b.vendor", "<folder id=\"b\" path=\"data\"/>");

    Installed<Contribution> installed = read();
    assertEquals(List.of("b"), installed.items().stream().map(Contribution::id).toList());
    assertEquals(
        List.of(
            Finding.error(
                subject
                    + " the bundle a.vendor is not used: "
                    + reason
                    + " Report this to its vendor.",
                "a.vendor")),
        installed.findings());
  }

  @ParameterizedTest
  @ValueSource(classes = {Throwing.class, BrokenOnLoad.class, ThrowingLater.class, NotPublic.class})
  void aClassThatCannotBeCreatedLeavesTheOthers(Class<?> broken) {
    contribute("a.vendor", maker("a", broken.getName()));
    contribute("b.vendor", maker("b", Good.class.getName()));

    var created =
        POINT.read(extensions.registry(), contribution -> contribution.create(Callable.class));
    assertEquals(1, created.items().size());
    assertEquals("a.vendor", created.findings().getFirst().affected());
    assertTrue(created.findings().getFirst().text().startsWith("The maker a of the bundle"));
  }

  @Test
  void aMissingClassAndOneOfAnotherTypeAreSentences() {
    contribute("a.vendor", maker("a", "com.example.Missing"));
    contribute("b.vendor", maker("b", "java.lang.String"));

    var created =
        POINT.read(extensions.registry(), contribution -> contribution.create(Callable.class));
    assertTrue(created.items().isEmpty());
    assertTrue(created.findings().get(0).text().contains("com.example.Missing"));
    assertEquals(
        "The maker b of the bundle b.vendor is not used: java.lang.String does not implement"
            + " java.util.concurrent.Callable. Report this to its vendor.",
        created.findings().get(1).text());
  }

  @Test
  void ofTwoWithTheSameIdTheFirstIsUsed() {
    contribute("b.vendor", maker("x", "com.example.B"));
    contribute("a.vendor", maker("x", "com.example.A") + maker("y", "com.example.A"));

    var unique = UniqueIds.of(read().items(), "maker", Contribution::id, Contribution::bundle);
    assertEquals(List.of("x", "y"), List.copyOf(unique.byId().keySet()));
    assertEquals("a.vendor", unique.byId().get("x").bundle());
    assertEquals(
        List.of(
            Finding.error(
                "The maker x of the bundle b.vendor is not used: the bundle a.vendor has one with"
                    + " the same id. Report this to its vendor.",
                "b.vendor")),
        unique.findings());
  }

  @Test
  void aBundleThatComesLaterIsSeen() {
    try (var watch =
        new ExtensionWatch<>(
            extensions.registry(), registry -> POINT.read(registry, Contribution::id), POINT)) {
      assertTrue(watch.current().items().isEmpty());
      assertSame(watch.current(), watch.current(), "read once");

      var before = watch.current();
      contribute("a.vendor", maker("a", "com.example.Missing"));
      Waiting.until("the registry tells it", () -> !watch.current().items().isEmpty());
      assertNotSame(before, watch.current());
      assertEquals(List.of("a"), watch.current().items());
    }
  }

  @Test
  void whatIsClosedHearsNothing() {
    var closed =
        new ExtensionWatch<>(
            extensions.registry(), registry -> POINT.read(registry, Contribution::id), POINT);
    var open =
        new ExtensionWatch<>(
            extensions.registry(), registry -> POINT.read(registry, Contribution::id), POINT);
    assertTrue(closed.current().items().isEmpty());
    assertTrue(open.current().items().isEmpty());
    closed.close();

    contribute("a.vendor", maker("a", "com.example.Missing"));
    Waiting.until("the registry tells it", () -> !open.current().items().isEmpty());
    assertTrue(closed.current().items().isEmpty());
    open.close();
  }

  @Test
  void findingsOfReadingComeBeforeLaterOnes() {
    var later = Finding.info("Later.", "x");
    var now = Finding.info("Now.", "x");
    assertEquals(
        List.of(now, later), new Installed<>(List.of(), List.of(now)).findingsAnd(List.of(later)));
  }

  @Test
  void aPointBelongsToABundle() {
    assertEquals("org.example.things", POINT.firstBundle());
    assertThrows(IllegalArgumentException.class, () -> ExtensionPoint.of("a.b", " "));
  }

  private Installed<Contribution> read() {
    return POINT.read(extensions.registry(), contribution -> contribution);
  }

  private List<String> ids(ExtensionPoint point) {
    return point.read(extensions.registry(), Contribution::id).items();
  }

  private void contribute(String bundle, String elements) {
    extensions.contribute(
        bundle, "<extension point=\"" + POINT.id() + "\">" + elements + "</extension>");
  }

  private static String maker(String id, String className) {
    return "<maker id=\"%s\" title=\"Title of %s\" class=\"%s\"/>".formatted(id, id, className);
  }

  /** What a vendor does right. */
  public static final class Good implements Callable<String> {
    @Override
    public String call() {
      return "made";
    }
  }

  /** Its constructor fails. */
  public static final class Throwing implements Callable<String> {
    public Throwing() {
      throw new IllegalStateException("no licence");
    }

    @Override
    public String call() {
      return "never";
    }
  }

  /** Cannot even be loaded: an error, no exception. */
  public static final class BrokenOnLoad implements Callable<String> {

    private static final List<String> BROKEN = new ArrayList<>(-1);

    @Override
    public String call() {
      return BROKEN.toString();
    }
  }

  /** Fails when it is given its data, after its constructor. */
  public static final class ThrowingLater implements Callable<String>, IExecutableExtension {
    @Override
    public void setInitializationData(IConfigurationElement element, String name, Object data) {
      throw new UnsupportedOperationException("no data wanted");
    }

    @Override
    public String call() {
      return "never";
    }
  }

  /** Nobody outside may call its constructor. */
  public static final class NotPublic implements Callable<String> {
    private final String answer;

    private NotPublic(String answer) {
      this.answer = answer;
    }

    @Override
    public String call() {
      return answer;
    }
  }
}
