// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.spi;

import ee.idempotency.settings.SettingsReader;
import java.util.Optional;

/** A module that can put a {@link HotTier} in front of the store. Found with {@link java.util.ServiceLoader}. */
@FunctionalInterface
public interface HotTierSource {

    /** The tier that the settings ask for, which the caller closes; empty if they ask for none. */
    Optional<HotTier> open(SettingsReader reader);
}
