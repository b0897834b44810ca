// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import ee.idempotency.jaxrs.internal.problem.ProblemType;
import ee.idempotency.jaxrs.internal.settings.KeySettings;
import ee.idempotency.jaxrs.internal.settings.KeySettings.Blanks;
import ee.idempotency.jaxrs.internal.settings.KeySettings.Use;
import ee.idempotency.jaxrs.internal.settings.KeySyntax;
import ee.idempotency.tck.Requirement;
import java.util.List;
import java.util.Optional;

/** One fuzz test a class: a JVM fuzzes one. */
class KeyHeaderFuzzTest {

    private static final KeyHeader LENIENT = header(KeySyntax.LENIENT);
    private static final KeyHeader STRICT = header(KeySyntax.STRICT);

    private static KeyHeader header(KeySyntax syntax) {
        return new KeyHeader(new KeySettings("Idempotency-Key", syntax, 1, 255, Use.REQUIRED, Blanks.KEEP));
    }

    @FuzzTest
    @Requirement("K7")
    void anyHeaderIsOneKeyOrRefusedWithoutRepeatingIt(byte[] octets) {
        String value = new String(octets, ISO_8859_1);
        Optional<String> lenient = parse(LENIENT, value);
        Optional<String> strict = parse(STRICT, value);

        if (strict.isPresent()) {
            assertThat(lenient).isEqualTo(strict);
        }
        lenient.ifPresent(key -> {
            assertThat(key).matches("[ -~]{1,255}");
            String quoted = '"' + key.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            assertThat(parse(STRICT, quoted)).contains(key);
            assertThat(parse(LENIENT, quoted)).contains(key);
        });
    }

    private static Optional<String> parse(KeyHeader header, String value) {
        try {
            return header.parse(List.of(value));
        } catch (RefusedRequestException refused) {
            assertThat(refused.problem().type()).isEqualTo(ProblemType.KEY_INVALID);
            if (value.strip().length() > 30) { // shorter ones may be words of the message
                assertThat(refused.problem().detail()).doesNotContain(value.strip());
            }
            return Optional.empty();
        }
    }
}
