// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.admin.rest.internal;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;

/** One of the files of the console, and nothing else of the jar. A browser runs nothing that is not among them. */
public record ConsoleFile(String name, String type) {

    /** The page itself. */
    public static final String FIRST = "index.html";

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String SCRIPT = "text/javascript;charset=utf-8";

    private static final Map<String, String> TYPES = Map.of(
            FIRST,
            "text/html;charset=utf-8",
            "console.css",
            "text/css;charset=utf-8",
            "console.js",
            SCRIPT,
            "api.js",
            SCRIPT,
            "elements.js",
            SCRIPT,
            "lists.js",
            SCRIPT,
            "overview.js",
            SCRIPT,
            "record.js",
            SCRIPT,
            "verbs.js",
            SCRIPT);

    /** The file of that name. */
    public static ConsoleFile named(String name) throws AdminProblem {
        String type = TYPES.get(name);
        if (type == null) {
            throw new AdminProblem(404, "not-found", "There is nothing here");
        }
        return new ConsoleFile(name, type);
    }

    /** The file, as it is sent. */
    public Response response() throws IOException {
        try (InputStream file = ConsoleFile.class.getResourceAsStream("/ee/idempotency/admin/rest/console/" + name)) {
            return Response.ok(Objects.requireNonNull(file, name).readAllBytes())
                    .type(type)
                    .header("Cache-Control", "no-store")
                    .header("Content-Security-Policy", POLICY)
                    .header("Cross-Origin-Opener-Policy", "same-origin")
                    .header("Cross-Origin-Resource-Policy", "same-origin")
                    .header("Referrer-Policy", "no-referrer")
                    .header("X-Content-Type-Options", "nosniff")
                    .build();
        }
    }
}
