// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.settings;

import jakarta.enterprise.inject.spi.CDI;
import java.util.Optional;

/** The beans of the application, of which there are none where the runtime has no CDI. */
public final class ApplicationBeans {

    private ApplicationBeans() {}

    /** CDI's way to them; empty where there is none. */
    public static Optional<CDI<Object>> find() {
        try {
            return Optional.of(CDI.current());
        } catch (IllegalStateException noContainer) {
            return Optional.empty();
        }
    }
}
