// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.processor.internal;

/**
 * An object made by {@code new}.
 *
 * @param place where
 * @param type the binary name of its class
 */
record NewObject(Place place, String type) {}
