// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.roles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Anybody whose password is their name; their roles change while the application runs. */
@ApplicationScoped
public class Users implements IdentityStore {

    private final Set<String> clerks = ConcurrentHashMap.newKeySet();

    void change(String user, boolean clerk) {
        if (clerk) {
            clerks.add(user);
        } else {
            clerks.remove(user);
        }
    }

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (credential instanceof UsernamePasswordCredential given
                && given.getCaller().equals(given.getPasswordAsString())) {
            String user = given.getCaller();
            return new CredentialValidationResult(user, clerks.contains(user) ? Set.of(Secured.CLERK) : Set.of());
        }
        return CredentialValidationResult.INVALID_RESULT;
    }
}
