// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import ee.idempotency.jaxrs.internal.request.KeptForm;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
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
 * A request with a form that is the server's until it is kept, with the server's limit for parameters and everything else.
 * Once it is kept, its body can be read as a stream, again and again, and as parameters, in any order. The body is read on
 * first use and held, up to {@code limit} bytes. Of a longer one, which came without a length, the stream can be read once
 * and whole, and its parameters are those of the query only. As with servers, only a POST has parameters in its body. Not
 * thread-safe, like every request.
 *
 * <p>Where a filter of the application has read parameters before, the server has used the stream up; then the body is
 * written again from these parameters, in the order of their names.
 *
 * <p>A form that names no charset is UTF-8, as browsers send it and as JAX-RS reads a whole form. RESTEasy (WildFly, Open
 * Liberty) takes ISO-8859-1 for {@code @FormParam} in a request that is not kept: one without a key.
 */
final class FormRequest extends HttpServletRequestWrapper implements KeptForm {

    private final int limit;
    private boolean kept;
    private boolean usedUp;
    private @Nullable FormBody body;
    private @Nullable Map<String, String[]> parameters;

    FormRequest(HttpServletRequest request, int limit) {
        super(request);
        this.limit = limit;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return kept ? body().open() : new UndecidedInputStream(() -> kept ? body().open() : super.getInputStream());
    }

    @Override
    public void keep() {
        kept = true;
    }

    @Override
    public BufferedReader getReader() throws IOException {
        if (!kept) {
            return super.getReader();
        }
        return new BufferedReader(new InputStreamReader(getInputStream(), charset()));
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = getParameterMap().get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        if (!kept || usedUp) {
            usedUp = true;
            return super.getParameterMap();
        }
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
            if (getMethod().equals("POST") && !body().isTooLong()) {
                parsed.add(new String(body().bytes(), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException brokenOff) {
            return parsed.toMap(); // reading the stream throws it again
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
            InputStream source = usedUp
                    ? FormParameters.encode(super.getParameterMap(), queryNames(), charset())
                    : super.getInputStream();
            body = FormBody.read(source, limit);
        }
        return body;
    }

    private Map<String, String[]> queryNames() {
        return new FormParameters(charset()).add(getQueryString()).toMap();
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
