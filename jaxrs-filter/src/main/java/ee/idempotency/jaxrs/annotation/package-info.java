// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** What an operation says of itself over HTTP, in place of the settings. */
@NullMarked
package ee.idempotency.jaxrs.annotation;

import org.jspecify.annotations.NullMarked;
