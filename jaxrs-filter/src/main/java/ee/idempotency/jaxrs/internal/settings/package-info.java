// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Where the settings come from; not for use by applications. */
@NullMarked
package ee.idempotency.jaxrs.internal.settings;

import org.jspecify.annotations.NullMarked;
