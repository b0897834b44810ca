// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.observability.internal;

/** Where measurements go: one implementation for each API. Thread-safe. */
interface Meters extends AutoCloseable {

    /** Adds to a series of kind counter. */
    void count(Series series, Labels labels, long amount);

    /** Adds a duration to a series of kind timer. */
    void time(Series series, Labels labels, long nanos);

    /** Sets a series of kind gauge, which has no labels besides the application. */
    void set(Series series, long value);

    /** Takes back what would outlive the application; nothing unless an API keeps something. */
    @Override
    default void close() {}
}
