// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.operation.Misplaced;
import ee.idempotency.tck.Requirement;
import ee.idempotency.webhooks.SignedWebhook;
import org.junit.jupiter.api.Test;

class MisplacedTest {

    static class NoResource {

        @SignedWebhook("payments")
        public void received(String event) {}
    }

    @Test
    @Requirement("A9")
    void anAnnotationOnWhatIsNoResourceMethodIsFound() {
        assertThat(Misplaced.in(NoResource.class))
                .singleElement()
                .satisfies(found -> assertThat(found.line())
                        .contains("NoResource.received: @SignedWebhook is for resource methods and has no effect"));
    }
}
