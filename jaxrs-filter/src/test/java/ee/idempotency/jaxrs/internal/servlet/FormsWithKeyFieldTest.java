// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.tck.Requirement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Forms that come without the key's header are kept where they may carry a key that the server issued. */
@Requirement("O2")
class FormsWithKeyFieldTest {

    private final StubRequest stub = new StubRequest("", "_idempotency_key=k");

    private Object passedOn(Map<String, String> settings) throws Exception {
        stub.answers.put("getHeader", null);
        AtomicReference<Object> passedOn = new AtomicReference<>();
        new IdempotencyServletFilter(HttpSettings.read(new SettingsReader(settings::get)))
                .doFilter(stub.request(), null, (request, response) -> passedOn.set(request));
        return passedOn.get();
    }

    @Test
    void formsAreKeptWhereKeysAreIssued() throws Exception {
        Map<String, String> issued =
                Map.of("idempotency.issued.keys", "k1:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVoxMjM0NTY=");

        assertThat(passedOn(issued)).isInstanceOf(FormRequest.class);
        stub.answers.put("getContentType", "application/json");
        assertThat(passedOn(issued)).isNotInstanceOf(FormRequest.class);
    }

    @Test
    void elsewhereTheyAreLeftAlone() throws Exception {
        assertThat(passedOn(Map.of())).isNotInstanceOf(FormRequest.class);
    }
}
