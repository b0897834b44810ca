// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.orders;

import java.math.BigDecimal;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** An order as it is sent. */
public class OrderRequest {

    /** The most of one item that an order can have. */
    static final int MAX_QUANTITY = 1_000_000;

    private @Nullable String item;
    /** As it was sent: an int would silently make 3 of 3.5 and 1215752191 of 99999999999. */
    private @Nullable BigDecimal quantity;

    /** What is ordered. */
    public @Nullable String getItem() {
        return item;
    }

    /** Read by JSON-B. */
    public void setItem(@Nullable String item) {
        this.item = item;
    }

    /** How many of it. */
    public @Nullable BigDecimal getQuantity() {
        return quantity;
    }

    /** Read by JSON-B. */
    public void setQuantity(@Nullable BigDecimal quantity) {
        this.quantity = quantity;
    }

    /** The quantity, if it is a whole number from 1 to {@value #MAX_QUANTITY}. */
    OptionalInt validQuantity() {
        BigDecimal sent = quantity;
        if (sent == null || sent.signum() < 1 || sent.compareTo(BigDecimal.valueOf(MAX_QUANTITY)) > 0) {
            return OptionalInt.empty();
        }
        // asks the scale instead of rounding: to round 1e-999999999 is a division by that power of ten
        return sent.stripTrailingZeros().scale() <= 0 ? OptionalInt.of(sent.intValue()) : OptionalInt.empty();
    }
}
