// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client.internal;

import ee.idempotency.KeyGenerators;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Gives a request without a key one: the closest to the caller, and what outlives a crash before what does not. Thread-safe. */
public final class RequestKeys {

    /** Of MicroProfile Rest Client 3.0, section "Provider Declaration": the method that the application called. */
    private static final String INVOKED_METHOD = "org.eclipse.microprofile.rest.client.invokedMethod";

    private static final int LOGGED = 1_000;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

    /** A key that keeps as long as what it comes from: the caller, the enclosing claim, a scope, or nothing. */
    public String make(ClientRequestContext request) {
        String method = request.getMethod();
        String address = request.getUri().toString();
        KeySource scope = Scopes.current();
        if (scope != null && scope.isGiven()) {
            return scope.keyOf(method, address);
        }
        String derived = EnclosingClaim.keyOf(method, address);
        if (derived != null) {
            return derived;
        }
        if (scope != null) {
            return scope.keyOf(method, address);
        }
        warnOnce(nameOf(request));
        return KeyGenerators.randomUuid().generate();
    }

    private void warnOnce(String name) {
        if (logged.size() < LOGGED && logged.add(name)) {
            ClientLog.keyIsNotKept(name);
        }
    }

    /** What the programmer knows the call by; never a path or query, which have values in them. */
    private static String nameOf(ClientRequestContext request) {
        if (request.getProperty(INVOKED_METHOD) instanceof Method invoked) {
            return invoked.getDeclaringClass().getSimpleName() + "." + invoked.getName();
        }
        URI uri = request.getUri();
        return request.getMethod() + " of " + uri.getScheme() + "://" + uri.getHost();
    }
}
