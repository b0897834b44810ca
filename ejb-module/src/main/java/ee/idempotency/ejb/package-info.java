// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** What deployers tune: {@link ee.idempotency.ejb.ModuleSettings}. */
@NullMarked
package ee.idempotency.ejb;

import org.jspecify.annotations.NullMarked;
