// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example;

import java.util.UUID;

/** Identifiers that say what they name, such as {@code ch_3f0c...}. */
public final class Ids {

    private Ids() {}

    /** A new identifier. */
    public static String create(String prefix) {
        return prefix + "_" + UUID.randomUUID().toString().replace("-", "");
    }
}
