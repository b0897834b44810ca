// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.it.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of a server as the example or the vendor ships it, with a few words changed. */
final class Shipped {

    private String text;

    Shipped(Path file) throws IOException {
        this.text = Files.readString(file);
    }

    /** Replaces what must be there once. */
    Shipped replace(String old, String replacement) {
        if (text.indexOf(old) < 0 || text.indexOf(old) != text.lastIndexOf(old)) {
            throw new IllegalStateException("Not there once: " + old + " in\n" + text);
        }
        text = text.replace(old, replacement);
        return this;
    }

    Shipped append(String line) {
        text += line + "\n";
        return this;
    }

    Path writeTo(Path file) throws IOException {
        return Files.writeString(file, text);
    }
}
