// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** As much of a servlet request as the filter asks for. */
final class StubRequest {

    final Map<String, @Nullable Object> answers = new HashMap<>();

    StubRequest(String query, String body) {
        answers.put("getQueryString", query);
        answers.put("getContentType", "application/x-www-form-urlencoded; charset=UTF-8");
        answers.put("getCharacterEncoding", "UTF-8");
        answers.put("getContentLengthLong", (long) body.length());
        answers.put("getHeader", "key");
        answers.put("isAsyncStarted", false);
        answers.put("getMethod", "POST");
        answers.put("getInputStream", stream(body));
    }

    private static ServletInputStream stream(String body) {
        return new FormInputStream(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> answers.get(method.getName()));
    }
}
