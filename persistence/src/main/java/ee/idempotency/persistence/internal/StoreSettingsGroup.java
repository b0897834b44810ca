// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import ee.idempotency.settings.SettingsGroup;
import ee.idempotency.settings.SettingsReader;

/** Has the settings of this module checked with those of all others. */
public final class StoreSettingsGroup implements SettingsGroup {

    @Override
    public void check(SettingsReader reader) {
        StoreSettings.read(reader);
        StoreSettings.access(reader);
    }
}
