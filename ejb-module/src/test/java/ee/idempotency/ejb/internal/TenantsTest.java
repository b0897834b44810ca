// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.ejb.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.Idempotency;
import ee.idempotency.IdempotencyKeyPart;
import ee.idempotency.IdempotentOperation;
import ee.idempotency.spi.TenantResolver;
import ee.idempotency.tck.Requirement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls of protected beans by two tenants with the same arguments. */
@Requirement("K5")
class TenantsTest {

    /** The tenant of the calls that come now. */
    @ApplicationScoped
    public static class Tenants implements TenantResolver {

        private volatile String current = "acme";

        @Override
        public String currentTenant() {
            return current;
        }

        /** Changes it. */
        public void become(String tenant) {
            current = tenant;
        }
    }

    /** Counts what it does. */
    @ApplicationScoped
    public static class Billing {

        private int runs;

        @Inject
        Billing self;

        @Inject
        Tenants tenants;

        @IdempotentOperation(name = "bill")
        public String bill(@IdempotencyKeyPart String order) {
            return "run " + ++runs + " for " + tenants.currentTenant();
        }

        @IdempotentOperation(name = "invoice")
        public String invoice(@IdempotencyKeyPart String order) {
            return self.stamp();
        }

        @IdempotentOperation(name = "stamp", subOperation = true)
        public String stamp() {
            return "stamp " + ++runs + " for " + tenants.currentTenant();
        }

        /** Inside a claim of one tenant it works for another. */
        @IdempotentOperation(name = "transfer")
        public String transfer(@IdempotencyKeyPart String order, String to) {
            String here = tenants.currentTenant();
            if (to.isEmpty()) {
                return "run " + ++runs + " for " + here;
            }
            tenants.become(to);
            try {
                return self.transfer(order, "");
            } finally {
                tenants.become(here);
            }
        }

        /** How much it has done. */
        public int runs() {
            return runs;
        }
    }

    private final Application application = Application.deploy(Billing.class, Tenants.class);
    private final Billing billing = application.get(Billing.class);
    private final Tenants tenants = application.get(Tenants.class);

    @AfterEach
    void close() {
        application.close();
    }

    @Test
    void aMethodRunsOnceForEachTenant() {
        assertThat(billing.bill("o-1")).isEqualTo("run 1 for acme");
        tenants.become("globex");
        assertThat(billing.bill("o-1")).isEqualTo("run 2 for globex");
        tenants.become("acme");
        assertThat(billing.bill("o-1")).isEqualTo("run 1 for acme");
    }

    @Test
    void aSubOperationRunsOnceForEachTenant() {
        assertThat(billing.invoice("o-1")).isEqualTo("stamp 1 for acme");
        tenants.become("globex");
        assertThat(billing.invoice("o-1")).isEqualTo("stamp 2 for globex");
        assertThat(billing.runs()).isEqualTo(2);
    }

    @Test
    @Requirement("X5")
    void workForAnotherTenantIsAClaimOfItsOwn() {
        assertThat(billing.transfer("o-1", "globex")).isEqualTo("run 1 for globex");
        tenants.become("globex");
        assertThat(billing.transfer("o-1", "")).as("claimed there").isEqualTo("run 1 for globex");
    }

    @Test
    void aCallByHandIsOfTheTenantToo() {
        Idempotency idempotency = application.get(Idempotency.class);
        assertThat(idempotency.operation("bill").key("k").execute(String.class, () -> "acme's"))
                .isEqualTo("acme's");
        tenants.become("globex");
        assertThat(idempotency.operation("bill").key("k").lookup()).isEmpty();
        assertThat(idempotency.operation("bill").key("k").execute(String.class, () -> "globex's"))
                .isEqualTo("globex's");
    }
}
