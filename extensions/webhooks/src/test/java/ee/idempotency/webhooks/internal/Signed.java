// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.webhooks.internal;

import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.RequestVerifier.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A request with a body, and lines of headers as {@code name: value}. */
final class Signed implements Request {

    private final String text;
    private final List<String> lines;

    Signed(String text, String... lines) {
        this.text = text;
        this.lines = List.of(lines);
    }

    /** The same lines for another body. */
    Signed withBody(String other) {
        return new Signed(other, lines.toArray(String[]::new));
    }

    /** The same without the header, and then with these lines. */
    Signed with(String name, String... values) {
        List<String> changed = new ArrayList<>(lines);
        changed.removeIf(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"));
        for (String value : values) {
            changed.add(name + ": " + value);
        }
        return new Signed(text, changed.toArray(String[]::new));
    }

    @Override
    public List<String> header(String name) {
        Map<String, List<String>> headers = new HashMap<>();
        for (String line : lines) {
            String[] pair = line.split(": ", 2);
            headers.computeIfAbsent(pair[0].toLowerCase(Locale.ROOT), first -> new ArrayList<>())
                    .add(pair[1]);
        }
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    }

    @Override
    public Bytes body() {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
