// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Says who makes the current call. Provide a CDI bean of this type where the name of the request's principal does not say it: an
 * API key's owner, the subject of a client certificate, issuer and subject of a token. Over HTTP it takes the place of the
 * principal, for every protected operation; of methods it is asked where the annotation says {@code perCaller}.
 *
 * <p>The name is stored legibly: return what a credential belongs to, and never the credential. A caller whose name changes
 * is another caller, and a retry of theirs runs again. Thread-safe.
 */
@FunctionalInterface
public interface CallerResolver {

    /**
     * The caller of the current call, a name of any length; empty for a call whose caller nobody knows. Called once a call,
     * before its claim; what it throws refuses the call.
     */
    Optional<String> currentCaller();

    /**
     * A caller as a binding has it: {@code anonymous}, {@code user:<name>}, or, for a name that no binding takes,
     * {@code user-sha256:<hex>}.
     */
    static String inBinding(Optional<String> caller) {
        return caller.map(CallerResolver::named).orElse("anonymous");
    }

    private static String named(String name) {
        String caller = "user:" + name;
        return Binding.isCaller(caller)
                ? caller
                : "user-sha256:" + HexFormat.of().formatHex(sha256(name));
    }

    /** UTF-16 gives every string bytes of its own, unpaired surrogates included. */
    private static byte[] sha256(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
        bytes.asCharBuffer().put(text);
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes.array());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
