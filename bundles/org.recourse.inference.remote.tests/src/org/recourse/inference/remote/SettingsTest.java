/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  private static final BearerToken TOKEN = new BearerToken("c2VjcmV0.token-1~/+==");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://host",
        "host:8000",
        "http:",
        "http://",
        "file:///etc/passwd",
        "http://user:word@host",
        "http://host/?a=b",
        "http://host/#a",
        "/v2"
      })
  void refusesWhatIsNoAddress(String address) {
    assertThrows(
        IllegalArgumentException.class,
        () -> RemoteSettings.of(URI.create(address), Optional.empty()));
  }

  @Test
  void aTokenTravelsOnlyWhereNobodyCanReadIt() {
    assertTrue(settings("https://gpu.example").isPrivate());
    assertTrue(settings("http://127.0.0.1:8000").isPrivate());
    assertTrue(settings("http://[::1]:8000").isPrivate());
    String sentence =
        assertThrows(IllegalArgumentException.class, () -> settings("http://gpu.example"))
            .getMessage();
    assertTrue(sentence.contains("https"), sentence);
    assertFalse(RemoteSettings.of(URI.create("http://gpu.example"), Optional.empty()).isPrivate());
  }

  private static RemoteSettings settings(String address) {
    return RemoteSettings.of(URI.create(address), Optional.of(TOKEN));
  }

  @Test
  void aTokenShowsItselfNowhere() {
    assertFalse(TOKEN.toString().contains("c2VjcmV0"));
    assertFalse(settings("https://gpu.example").toString().contains("c2VjcmV0"));
    String sentence =
        assertThrows(IllegalArgumentException.class, () -> new BearerToken("two words\r\nX: y"))
            .getMessage();
    assertFalse(sentence.contains("two words"), sentence);
  }

  @Test
  void aTokenOpensOnlyForItself() {
    assertTrue(TOKEN.opens("Bearer c2VjcmV0.token-1~/+=="));
    assertFalse(TOKEN.opens("Bearer c2VjcmV0.token-1~/+="));
    assertFalse(TOKEN.opens("c2VjcmV0.token-1~/+=="));
    assertFalse(TOKEN.opens(""));
  }

  @Test
  void pausesDoubleUpToTheLongest() {
    var rule = new RetryRule(5, Duration.ofMillis(100), Duration.ofMillis(350));
    assertEquals(Duration.ofMillis(100), rule.pauseAfter(1));
    assertEquals(Duration.ofMillis(200), rule.pauseAfter(2));
    assertEquals(Duration.ofMillis(350), rule.pauseAfter(3));
    assertThrows(
        IllegalArgumentException.class, () -> new RetryRule(0, Duration.ZERO, Duration.ZERO));
    assertThrows(
        IllegalArgumentException.class, () -> new RetryRule(11, Duration.ZERO, Duration.ZERO));
  }

  @Test
  void theEnvironmentGivesSettings(@TempDir Path folder) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "abc\n");
    var source =
        new EnvironmentSettings(
            Map.of(
                EnvironmentSettings.SERVER, "https://gpu.example:8443",
                EnvironmentSettings.TOKEN_FILE, token.toString(),
                EnvironmentSettings.CERTIFICATES, "/etc/house.pem"));

    RemoteSettings settings = source.settings().orElseThrow();
    assertEquals(URI.create("https://gpu.example:8443"), settings.server());
    assertEquals(Optional.of(new BearerToken("abc")), settings.token());
    assertEquals(Optional.of(Path.of("/etc/house.pem")), settings.certificates());
    assertTrue(new EnvironmentSettings(Map.of()).settings().isEmpty());
    var lost =
        new EnvironmentSettings(
            Map.of(
                EnvironmentSettings.SERVER,
                "https://gpu.example",
                EnvironmentSettings.TOKEN_FILE,
                folder.resolve("none").toString()));
    assertThrows(IllegalArgumentException.class, lost::settings);
  }

  @Test
  void theServerIsPreferredWhileItIsWanted() {
    assertTrue(new RemoteChoice(Optional::empty).preferredEngineId().isEmpty());
    var wanted = new RemoteChoice(() -> Optional.of(settings("https://gpu.example")));
    assertEquals(Optional.of(RemoteEngine.ID), wanted.preferredEngineId());
  }
}
