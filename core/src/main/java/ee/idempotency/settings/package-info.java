// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/**
 * Settings without a configuration library: a reader that collects every problem instead of stopping at the first, so
 * that a deployment fails once, with the whole list.
 */
@NullMarked
package ee.idempotency.settings;

import org.jspecify.annotations.NullMarked;
