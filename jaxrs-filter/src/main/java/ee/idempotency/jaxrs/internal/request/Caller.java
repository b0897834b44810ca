// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import ee.idempotency.spi.Binding;
import jakarta.ws.rs.core.SecurityContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Principal;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Who calls, as part of a binding. */
public final class Caller {

    private static final String ANONYMOUS = "anonymous";

    private Caller() {}

    /** {@code anonymous}, {@code user:<name>}, or, for a name that no binding takes, {@code user-sha256:<hex>}. */
    public static String of(@Nullable SecurityContext security) {
        Principal principal = security == null ? null : security.getUserPrincipal();
        String name = principal == null ? null : principal.getName();
        if (name == null) {
            return ANONYMOUS;
        }
        String caller = "user:" + name;
        if (Binding.isCaller(caller)) {
            return caller;
        }
        return "user-sha256:" + HexFormat.of().formatHex(sha256(name));
    }

    /** UTF-16 gives every string bytes of its own, unpaired surrogates included. */
    private static byte[] sha256(String text) {
        byte[] bytes = new byte[text.length() * 2];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) (text.charAt(i) >> Byte.SIZE);
            bytes[2 * i + 1] = (byte) text.charAt(i);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
