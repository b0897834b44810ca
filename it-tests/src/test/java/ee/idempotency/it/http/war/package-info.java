// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** What the tests add to the example: resources that do all that a resource should not. */
@NullMarked
package ee.idempotency.it.http.war;

import org.jspecify.annotations.NullMarked;
