// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Settings without a configuration library: a reader that collects every problem instead of stopping at the first, so
 * that a deployment fails once, with the whole list.
 *
 * <p>Everything is read first, and thrown at the end:
 *
 * <pre>{@code
 * SettingsReader reader = new SettingsReader(name -> System.getProperty(name));
 * EngineSettings settings = EngineSettings.read(reader);
 * reader.finish();
 * }</pre>
 */
@NullMarked
package ee.idempotency.settings;

import org.jspecify.annotations.NullMarked;
