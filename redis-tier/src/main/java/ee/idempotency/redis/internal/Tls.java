// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.redis.internal;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** What encrypted connections need. */
public final class Tls {

    private Tls() {}

    /**
     * Parameters by which the name in the server's certificate must be that of the address (RFC 6125, as for HTTPS); without
     * them the JDK accepts the trusted certificate of any other host.
     */
    public static SSLParameters verifyingTheName() {
        SSLParameters parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    /**
     * Sockets that trust what a file says.
     *
     * @param trustStore a PKCS #12 or JKS file; empty: what the JDK trusts
     * @param password of it
     * @throws IllegalArgumentException if the file is missing, is no key store of that password, or holds no certificate;
     *     the message names no value
     */
    public static SSLSocketFactory sockets(String trustStore, String password) {
        try {
            if (trustStore.isEmpty()) {
                return SSLContext.getDefault().getSocketFactory();
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(load(trustStore, password));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("is no key store that this JDK can use", unusable);
        }
    }

    private static KeyStore load(String trustStore, String password) throws GeneralSecurityException {
        File file = new File(trustStore);
        if (!file.canRead()) {
            throw new IllegalArgumentException("is no file that can be read");
        }
        try {
            KeyStore store = KeyStore.getInstance(file, password.toCharArray());
            if (store.size() == 0) {
                throw new IllegalArgumentException("holds no certificate");
            }
            return store;
        } catch (IOException | KeyStoreException unreadable) {
            throw new IllegalArgumentException("is no PKCS #12 or JKS key store of this password", unreadable);
        }
    }
}
