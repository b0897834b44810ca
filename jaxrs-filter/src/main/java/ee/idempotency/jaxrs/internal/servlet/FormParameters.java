// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.servlet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a query and a form, in their order. What is not a percent escape is taken as it is written: a client's
 * mistake is for the resource to judge.
 */
final class FormParameters {

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Charset charset;

    FormParameters(Charset charset) {
        this.charset = charset;
    }

    /** Adds the pairs of {@code encoded}, one character a byte. */
    FormParameters add(@Nullable String encoded) {
        if (encoded != null) {
            for (String pair : encoded.split("&", -1)) {
                if (!pair.isEmpty()) {
                    addPair(pair.split("=", 2));
                }
            }
        }
        return this;
    }

    private void addPair(String[] pair) {
        values.computeIfAbsent(decode(pair[0]), name -> new ArrayList<>()).add(pair.length < 2 ? "" : decode(pair[1]));
    }

    private String decode(String encoded) {
        byte[] source = encoded.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(source.length);
        for (int i = 0; i < source.length; i++) {
            int octet = source[i] == '%' ? escaped(source, i) : -1;
            if (octet >= 0) {
                decoded.write(octet);
                i += 2;
            } else {
                decoded.write(source[i] == '+' ? ' ' : source[i]);
            }
        }
        return decoded.toString(charset);
    }

    private static int escaped(byte[] source, int percent) {
        if (percent + 2 >= source.length) {
            return -1;
        }
        int high = Character.digit(source[percent + 1], 16);
        int low = Character.digit(source[percent + 2], 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    /**
     * A form of {@code parameters}, in the order of their names, without those of the query: of each name these come first
     * (Servlet 6.0, section 3.1).
     */
    static InputStream encode(Map<String, String[]> parameters, Map<String, String[]> query, Charset charset) {
        StringBuilder form = new StringBuilder();
        new TreeMap<>(parameters).forEach((name, values) -> {
            String[] ofQuery = query.get(name);
            for (int i = ofQuery == null ? 0 : ofQuery.length; i < values.length; i++) {
                form.append(form.length() == 0 ? "" : "&")
                        .append(URLEncoder.encode(name, charset))
                        .append('=')
                        .append(URLEncoder.encode(values[i], charset));
            }
        });
        return new ByteArrayInputStream(form.toString().getBytes(StandardCharsets.US_ASCII));
    }

    Map<String, String[]> toMap() {
        Map<String, String[]> map = new LinkedHashMap<>();
        values.forEach((name, list) -> map.put(name, list.toArray(String[]::new)));
        return map;
    }
}
