// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs;

import ee.idempotency.InvalidKeyException;
import ee.idempotency.issued.IssuedKey;
import ee.idempotency.issued.IssuedSettings;
import ee.idempotency.issued.KeyIssuer;
import ee.idempotency.jaxrs.internal.filter.Collaborators;
import ee.idempotency.jaxrs.internal.settings.ConfiguredSettings;
import ee.idempotency.spi.Binding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Issues keys for pages: a form with the hidden field {@code _idempotency_key} is submitted twice and runs once, without
 * JavaScript. {@code #{issuedKeys.issue('pay').text()}} in Faces, {@code ${issuedKeys.issue('pay').text()}} in a view of
 * Jakarta MVC; see docs/issued-keys.md. Nothing is stored. Thread-safe.
 */
@Named
@ApplicationScoped
public class IssuedKeys {

    private @Nullable Collaborators found;

    /** Looks everything up in the application, once the first key is issued. */
    public IssuedKeys() {}

    /** With given collaborators, for tests without a container. */
    IssuedKeys(Collaborators collaborators) {
        this.found = collaborators;
    }

    /**
     * A key for one call of an operation by the caller of the current request: the principal of the servlet request, or what the application's
     * {@link ee.idempotency.spi.CallerResolver} says. All anonymous callers are one.
     *
     * @param operation its name, as its annotation says
     * @return a key that no other call gets, and that is over after {@code idempotency.issued.lifetime}
     * @throws IllegalStateException if {@code idempotency.issued.keys} is not set, or there is no current HTTP request: set it,
     *     or issue the key in the request that shows the page
     * @throws InvalidKeyException if {@code operation} cannot be the name of one
     */
    public IssuedKey issue(String operation) {
        if (!Binding.isOperation(operation)) {
            throw new InvalidKeyException(
                    InvalidKeyException.Reason.OPERATION_LENGTH, "A key is issued for an operation; give its name");
        }
        return issue(operation, currentPrincipal())
                .orElseThrow(() -> new IllegalStateException(
                        "No keys are issued: set " + IssuedSettings.KEYS + ", such as k1:<openssl rand -base64 32>"));
    }

    /** Whether {@code idempotency.issued.keys} is set. Protected, because proxies of CDI do not see package-private methods. */
    protected boolean areIssued() {
        return !collaborators().settings().issued().keys().isEmpty();
    }

    /** A key for a caller; empty where none are issued. */
    protected Optional<IssuedKey> issue(String operation, @Nullable Principal principal) {
        Collaborators collaborators = collaborators();
        IssuedSettings settings = collaborators.settings().issued();
        return settings.issuer(collaborators.clock())
                .map(issuer -> issuer.issue(
                        new KeyIssuer.Place(
                                collaborators.tenants().currentTenant(), operation, collaborators.caller(principal)),
                        settings.lifetime()));
    }

    private static @Nullable Principal currentPrincipal() {
        try {
            return CDI.current().select(HttpServletRequest.class).get().getUserPrincipal();
        } catch (RuntimeException outside) { // no container, no servlets, or no request
            throw new IllegalStateException(
                    "A key is issued for the caller of an HTTP request, and there is none", outside);
        }
    }

    private synchronized Collaborators collaborators() {
        Collaborators known = found;
        if (known == null) {
            known = Collaborators.ofContainer(ConfiguredSettings.read());
            found = known;
        }
        return known;
    }
}
