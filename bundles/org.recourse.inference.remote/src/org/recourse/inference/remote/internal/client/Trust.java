/*
 * Copyright (c) 2026 ReCourse contributors.
 *
 * This program and the accompanying materials are made available under the terms of the Eclipse
 * Public License 2.0 which is available at https://www.eclipse.org/legal/epl-2.0/.
 *
 * SPDX-License-Identifier: EPL-2.0
 */
package org.recourse.inference.remote.internal.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.recourse.inference.engine.InferenceException;

/** TLS that trusts the certificates of a file and no others. Stateless. */
final class Trust {

  private static final Set<String> KEY_STORES = Set.of("p12", "pfx", "jks");
  private static final long LARGEST_FILE_BYTES = 16L << 20;

  private Trust() {}

  static SSLContext only(Path file) throws InferenceException {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      int index = 0;
      for (Certificate certificate : certificates(file)) {
        trusted.setCertificateEntry("trusted" + index++, certificate);
      }
      if (index == 0) {
        throw new InferenceException("The file " + file + " holds no certificate.");
      }
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trusted);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new InferenceException(
          "The trusted certificates cannot be read from " + file + ": " + e.getMessage() + ".", e);
    }
  }

  private static Collection<? extends Certificate> certificates(Path file)
      throws IOException, GeneralSecurityException, InferenceException {
    if (Files.size(file) > LARGEST_FILE_BYTES) {
      throw new InferenceException("The file " + file + " is too large for certificates.");
    }
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (KEY_STORES.contains(name.substring(name.lastIndexOf('.') + 1))) {
      KeyStore store = KeyStore.getInstance(file.toFile(), (char[]) null);
      return Collections.list(store.aliases()).stream()
          .map(alias -> certificate(store, alias))
          .toList();
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(bytes));
    } catch (CertificateException e) {
      throw new InferenceException(
          "The file " + file + " holds no certificates in PEM or DER form.", e);
    }
  }

  private static Certificate certificate(KeyStore store, String alias) {
    try {
      return store.getCertificate(alias);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key store was loaded", e);
    }
  }
}
