// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.jaxrs.settings.HttpSettings;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.tck.Requirement;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FormRequestTest {

    private static final String FORM = "a=caf%C3%A9+1&b=&c&a=2&%zz=%";

    private final StubRequest stub = new StubRequest("a=q&d=%41", FORM);

    private HttpServletRequest filtered(String maxSize) throws Exception {
        HttpSettings settings = HttpSettings.read(
                new SettingsReader(name -> name.equals(HttpSettings.MAX_REQUEST_SIZE) ? maxSize : null));
        AtomicReference<ServletRequest> seen = new AtomicReference<>();
        new IdempotencyServletFilter(settings).doFilter(stub.request(), null, (request, response) -> seen.set(request));
        return (HttpServletRequest) seen.get();
    }

    private static String body(HttpServletRequest request) throws Exception {
        return new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void assertParameters(HttpServletRequest request) {
        assertThat(request.getParameter("a")).isEqualTo("q");
        assertThat(request.getParameterValues("a")).containsExactly("q", "caf\u00e9 1", "2");
        assertThat(request.getParameter("b")).isEmpty();
        assertThat(request.getParameter("c")).isEmpty();
        assertThat(request.getParameter("d")).isEqualTo("A");
        assertThat(request.getParameter("%zz")).isEqualTo("%");
        assertThat(request.getParameter("e")).isNull();
        assertThat(Collections.list(request.getParameterNames())).containsExactly("a", "d", "b", "c", "%zz");
    }

    @Test
    @Requirement("K6")
    void streamAndParametersCanBeReadInAnyOrderAndAgain() throws Exception {
        HttpServletRequest streamFirst = filtered("1000");
        assertThat(body(streamFirst)).isEqualTo(FORM);
        assertParameters(streamFirst);
        assertThat(body(streamFirst)).isEqualTo(FORM);
        assertThat(streamFirst.getReader().readLine()).isEqualTo(FORM);

        HttpServletRequest parametersFirst = new FormRequest(new StubRequest("a=q&d=%41", FORM).request(), 1000);
        assertParameters(parametersFirst);
        assertThat(body(parametersFirst)).isEqualTo(FORM);
    }

    @Test
    void aFormThatNamesNoCharsetIsUtf8() throws Exception {
        stub.answers.put("getContentType", "application/x-www-form-urlencoded");
        stub.answers.put("getCharacterEncoding", null);
        assertParameters(filtered("1000"));
    }

    @Test
    void leavesOtherRequestsAlone() throws Exception {
        stub.answers.put("getHeader", null);
        assertThat(filtered("1000")).isNotInstanceOf(FormRequest.class);
        stub.answers.put("getHeader", "key");
        stub.answers.put("getContentType", "application/json");
        assertThat(filtered("1000")).isNotInstanceOf(FormRequest.class);
        stub.answers.put("getContentType", null);
        assertThat(filtered("1000")).isNotInstanceOf(FormRequest.class);
    }

    @Test
    @Requirement("H6")
    void keepsNoMoreThanTheLimitInMemory() throws Exception {
        assertThat(filtered("10")).isNotInstanceOf(FormRequest.class);

        stub.answers.put("getContentLengthLong", -1L);
        HttpServletRequest chunked = filtered("10");
        assertThat(chunked.getParameterValues("a")).containsExactly("q");
        assertThat(body(chunked)).isEqualTo(FORM);
    }
}
