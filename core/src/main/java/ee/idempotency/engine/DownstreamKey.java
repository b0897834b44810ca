// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import ee.idempotency.internal.FramedDigest;
import ee.idempotency.spi.Binding;
import java.util.Base64;

/** Keys for other systems, derived from what a record is bound to. A changed derivation would repeat their effects. */
final class DownstreamKey {

    private static final String DOMAIN = "downstream-key/v1";

    private DownstreamKey() {}

    /** The 43 characters of a SHA-256 in the alphabet of URLs. */
    static String of(Binding binding, String name) {
        if (!Binding.isOperation(name)) {
            throw new IllegalArgumentException("The name of a downstream key has 1 to " + Binding.MAX_OPERATION_LENGTH
                    + " printable characters, not all blank");
        }
        byte[] digest = new FramedDigest(DOMAIN)
                .text(binding.tenant())
                .text(binding.operation())
                .text(binding.caller())
                .text(binding.key())
                .text(name)
                .digest();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
