// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.example.settlement;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A charge that was paid out. */
@Entity
@Table(name = "payments_settlement")
public class Settlement {

    @Id
    private String id = "";

    private String charge = "";

    protected Settlement() {}

    Settlement(String id, String charge) {
        this.id = id;
        this.charge = charge;
    }

    /** The charge. */
    public String getCharge() {
        return charge;
    }
}
