// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** What an application may provide to the HTTP adapter. */
@NullMarked
package ee.idempotency.jaxrs.spi;

import org.jspecify.annotations.NullMarked;
