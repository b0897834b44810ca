// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.remote;

import jakarta.ejb.Stateless;
import java.util.UUID;

/** Has no view but its remote interface. */
@Stateless
public class BehindRemote implements FarAway {

    @Override
    public String place(String key) {
        return "remote " + UUID.randomUUID();
    }
}
