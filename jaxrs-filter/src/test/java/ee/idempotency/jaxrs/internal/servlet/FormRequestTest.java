// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.jaxrs.internal.request.KeptForm;
import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.tck.Requirement;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
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
        if (seen.get() instanceof KeptForm form) {
            form.keep();
        }
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

        FormRequest parametersFirst = new FormRequest(new StubRequest("a=q&d=%41", FORM).request(), 1000);
        parametersFirst.keep();
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
        assertThat(filtered(Integer.toString(FORM.length() - 1))).isNotInstanceOf(FormRequest.class);
        assertThat(filtered(Integer.toString(FORM.length()))).isInstanceOf(FormRequest.class);

        stub.answers.put("getContentLengthLong", -1L);
        HttpServletRequest chunked = filtered("10");
        assertThat(chunked.getParameterValues("a")).containsExactly("q");
        assertThat(body(chunked)).isEqualTo(FORM);
    }

    @Test
    @Requirement("H25")
    void aFormThatNobodyKeepsIsTheServers() throws Exception {
        stub.answers.put("getParameterMap", Map.of("a", new String[] {"of the server"}));
        FormRequest plain = new FormRequest(stub.request(), 1000);

        assertThat(plain.getParameter("a")).isEqualTo("of the server");
        assertThat(plain.getParameterMap()).containsOnlyKeys("a");
        assertThat(new FormRequest(stub.request(), 3).getInputStream().readAllBytes())
                .hasSize(FORM.length());
    }

    @Test
    @Requirement("H25")
    void aStreamThatWasAskedForBeforeIsThatOfTheKeptForm() throws Exception {
        FormRequest form = new FormRequest(stub.request(), 1000);
        ServletInputStream early = form.getInputStream();
        form.keep();

        assertThat(early.readAllBytes()).hasSize(FORM.length());
        assertThat(body(form)).isEqualTo(FORM);
    }

    @Test
    @Requirement("H25")
    void onlyAPostHasParametersInItsBody() throws Exception {
        stub.answers.put("getMethod", "PUT");

        assertThat(filtered("1000").getParameterMap()).containsOnlyKeys("a", "d");
    }

    @Test
    @Requirement("K6")
    void aFormThatTheServerHasReadIsWrittenAgain() throws Exception {
        Map<String, String[]> ofServer = new HashMap<>();
        ofServer.put("d", new String[] {"A"});
        ofServer.put("b", new String[] {"1 &"});
        ofServer.put("a", new String[] {"q", "caf\u00e9", "2"});
        stub.answers.put("getParameterMap", ofServer);
        FormRequest form = new FormRequest(stub.request(), 1000);
        assertThat(form.getParameter("a")).isEqualTo("q");
        form.keep();

        assertThat(body(form)).isEqualTo("a=caf%C3%A9&a=2&b=1+%26");
        assertThat(form.getParameterValues("a")).containsExactly("q", "caf\u00e9", "2");
    }
}
