// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** Implementation; not for use outside this module. */
@NullMarked
package ee.idempotency.processor.internal;

import org.jspecify.annotations.NullMarked;
