// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin;

import ee.idempotency.spi.RecordBrowser.Position;
import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param records those that were found, in the order of their expiry
 * @param visited how many records were looked at for it
 * @param next where to go on; empty if no record follows
 */
public record Listing(List<RecordView> records, int visited, Optional<Position> next) {

    /** Copies the list. */
    public Listing {
        records = List.copyOf(records);
    }
}
