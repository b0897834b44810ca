// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
/** The settings of the HTTP adapter: names, defaults, and what either direction costs. */
@NullMarked
package ee.idempotency.jaxrs.settings;

import org.jspecify.annotations.NullMarked;
