// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose form body can be read as a stream, again and again, and as parameters, in any order. The body is read
 * on first use and kept, up to {@code limit} bytes. Of a longer one, which came without a length, the stream can be read
 * once and whole, and its parameters are those of the query only, as with a server's own limit for forms. Not
 * thread-safe, like every request.
 *
 * <p>A form that names no charset is UTF-8, as browsers send it and as JAX-RS reads a whole form. RESTEasy (WildFly, Open
 * Liberty) takes ISO-8859-1 for {@code @FormParam} in a request that is not wrapped: one without a key.
 */
final class FormRequest extends HttpServletRequestWrapper {

    private final int limit;
    private @Nullable FormBody body;
    private @Nullable Map<String, String[]> parameters;

    FormRequest(HttpServletRequest request, int limit) {
        super(request);
        this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body().open();
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), charset()));
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        Map<String, String[]> known = parameters;
        if (known == null) {
            known = parse();
            parameters = known;
        }
        return Collections.unmodifiableMap(known);
    }

    private Map<String, String[]> parse() {
        FormParameters parsed = new FormParameters(charset()).add(getQueryString());
        try {
            if (!body().isTooLong()) {
                parsed.add(new String(body().bytes(), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException brokenOff) {
            return parsed.toMap(); // whoever reads the stream is told
        }
        return parsed.toMap();
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values.clone();
    }

    private FormBody body() throws IOException {
        if (body == null) {
            body = FormBody.read(super.getInputStream(), limit);
        }
        return body;
    }

    private Charset charset() {
        String name = getCharacterEncoding();
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
