// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.IdempotencyKey;
import ee.idempotency.InvalidKeyException;
import ee.idempotency.InvalidKeyException.Reason;
import ee.idempotency.spi.ActiveClaim;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.CurrentClaim;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keys that are made of a method's or a call's parts, the same way from every adapter. */
public final class PartsKey {

    /** The scope of these keys. The operation need not be in it: the record is bound to it anyway. */
    private static final String SCOPE = "parts";

    /** Bean methods and workers choose their keys themselves, so who calls makes no difference unless they say so. */
    public static final String NO_CALLER = "";

    private PartsKey() {}

    /**
     * The key of parts; see {@link IdempotencyKey#of}.
     *
     * @throws InvalidKeyException also if every part is null, since then unrelated calls would share one key
     */
    public static IdempotencyKey of(String tenant, @Nullable Object... parts) {
        if (Arrays.stream(parts).allMatch(Objects::isNull)) {
            throw new InvalidKeyException(Reason.NO_PARTS, "A key needs at least one part that is not null");
        }
        return IdempotencyKey.of(tenant, SCOPE, parts);
    }

    /**
     * The key of a sub-operation: of all that the claim is bound to under which it is called, so that two callers' or
     * tenants' sub-operations never meet, and of parts, of which there may be none.
     *
     * @throws InvalidKeyException also if the call is made under no claim
     */
    public static IdempotencyKey underClaim(String tenant, String operation, @Nullable Object... parts) {
        Binding outer = CurrentClaim.find()
                .map(ActiveClaim::binding)
                .orElseThrow(() -> new InvalidKeyException(
                        Reason.NO_CLAIM,
                        "Operation '" + operation
                                + "' is a sub-operation: call it inside another protected operation, or"
                                + " give it a key of its own instead of subOperation"));
        return of(tenant, outer.tenant(), outer.operation(), outer.caller(), outer.key(), parts);
    }

    /** What a call with such a key is bound to, made by anybody. */
    public static Binding binding(String tenant, String operation, IdempotencyKey key) {
        return binding(tenant, operation, NO_CALLER, key);
    }

    /** What a call with such a key is bound to, if each caller has keys of their own. */
    public static Binding binding(String tenant, String operation, String caller, IdempotencyKey key) {
        return new Binding(tenant, operation, caller, key.toString());
    }
}
