// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.outbox.internal;

import ee.idempotency.spi.CurrentClaim;
import ee.idempotency.spi.TenantResolver;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Under which claim an event was published. */
record Origin(String tenant, String operation) {

    /** @param operation null or empty if there was none */
    Origin(String tenant, @Nullable String operation) {
        this.tenant = tenant;
        this.operation = operation == null ? "" : operation;
    }

    /** That of the current call. */
    static Origin current() {
        return CurrentClaim.find()
                .map(claim ->
                        new Origin(claim.binding().tenant(), claim.binding().operation()))
                .orElseGet(() -> new Origin(TenantResolver.DEFAULT_TENANT, ""));
    }

    /** The source of a cloud event: a URI reference, not empty. */
    String sourceAfter(String prefix) {
        return prefix + "/"
                + URLEncoder.encode(operation, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
