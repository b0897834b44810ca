// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.jaxrs.internal.response.UnansweredClaim;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.tck.Requirement;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class UnansweredTest {

    private final UnansweredClaim claim = new UnansweredClaim();
    private final StubRequest stub = new StubRequest("", "");

    @Test
    @Requirement("H16")
    void anExceptionThatNothingMapsGivesTheKeyBack() {
        stub.answers.put("getContentType", null);
        stub.answers.put("getAttribute", claim.exchange());

        assertThatThrownBy(() -> new IdempotencyServletFilter(HttpSettings.read(new SettingsReader(name -> null)))
                        .doFilter(stub.request(), null, (request, response) -> {
                            throw new ServletException("not mapped");
                        }))
                .isInstanceOf(ServletException.class);
        assertThat(claim.isHeld()).isFalse();
    }

    @Test
    @Requirement("H16")
    void aRequestThatNobodyAnsweredGivesTheKeyBack() throws Exception {
        stub.answers.put("getContentType", null);
        stub.answers.put("getAttribute", claim.exchange());

        new IdempotencyServletFilter(HttpSettings.read(new SettingsReader(name -> null)))
                .doFilter(stub.request(), null, (request, response) -> {});

        assertThat(claim.isHeld()).isFalse();
    }

    @Test
    @Requirement("H16")
    void anAsynchronousRequestIsSettledWhenItIsOver() throws Exception {
        AtomicReference<AsyncListener> listener = new AtomicReference<>();
        AsyncContext async = (AsyncContext) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {AsyncContext.class}, (proxy, method, arguments) -> {
                    listener.set((AsyncListener) arguments[0]);
                    return null;
                });
        stub.answers.put("getContentType", null);
        stub.answers.put("getAttribute", claim.exchange());
        stub.answers.put("isAsyncStarted", true);
        stub.answers.put("getAsyncContext", async);
        new IdempotencyServletFilter(HttpSettings.read(new SettingsReader(name -> null)))
                .doFilter(stub.request(), null, (request, response) -> {});

        assertThat(claim.isHeld()).isTrue();
        listener.get().onComplete(null);
        assertThat(claim.isHeld()).isFalse();
    }
}
