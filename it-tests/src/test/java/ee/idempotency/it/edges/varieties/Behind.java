// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.edges.varieties;

import jakarta.ejb.Stateless;
import java.util.UUID;

/** Has no view but its local interface. */
@Stateless
public class Behind implements ByInterface {

    @Override
    public String place(String key) {
        return "interface " + UUID.randomUUID();
    }
}
