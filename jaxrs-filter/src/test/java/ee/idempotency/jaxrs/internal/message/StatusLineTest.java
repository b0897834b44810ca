// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response.Status.Family;
import org.junit.jupiter.api.Test;

class StatusLineTest {

    @Test
    void gives422ItsReasonPhrase() {
        assertThat(StatusLine.of(422).getReasonPhrase()).isEqualTo("Unprocessable Content");
        assertThat(StatusLine.of(422).getStatusCode()).isEqualTo(422);
        assertThat(StatusLine.of(422).getFamily()).isEqualTo(Family.CLIENT_ERROR);
    }

    @Test
    void leavesTheOthersToJaxRs() {
        assertThat(StatusLine.of(409).getReasonPhrase()).isEqualTo("Conflict");
        assertThat(StatusLine.of(299).getStatusCode()).isEqualTo(299);
    }
}
