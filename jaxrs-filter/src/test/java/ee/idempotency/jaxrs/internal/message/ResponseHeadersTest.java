// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.message;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.jaxrs.internal.settings.HttpSettings;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.Header;
import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResponseHeadersTest {

    private static final int MANY = 1000;

    /** Counts how often somebody goes through all names. */
    private static final class CountingMap extends MultivaluedHashMap<String, Object> {

        private static final long serialVersionUID = 1L;
        private int passes;

        @Override
        public Set<String> keySet() {
            passes++;
            return super.keySet();
        }
    }

    private final CountingMap map = new CountingMap();
    private final ResponseHeaders headers = new ResponseHeaders(map);

    /** A replay puts as many headers as the answer had, in the place of as many. */
    @Test
    @Requirement("H25")
    void putsAThousandHeadersInOnePass() {
        IntStream.range(0, MANY).forEach(i -> map.add("x-" + i, "old"));
        List<Header> lines = IntStream.range(0, MANY)
                .mapToObj(i -> new Header("X-" + i, "new"))
                .toList();

        headers.put(lines);

        assertThat(map.passes).isEqualTo(1);
        assertThat(map).hasSize(MANY);
        assertThat(map.values()).allSatisfy(values -> assertThat(values).containsExactly("new"));
    }

    /** A browser shows a problem to its page only with these. */
    @Test
    @Requirement("H1")
    void aProblemTakesTheWholePlaceOfAnAnswerButForTheCrossOriginHeaders() {
        List.of("Location", "Set-Cookie", "X-Secret", "Access-Contro", "X-Access-Control-Allow-Origin")
                .forEach(name -> map.add(name, "of the answer"));
        List.of("Access-Control-Allow-Origin", "access-control-expose-headers", "ACCESS-CONTROL-ALLOW-CREDENTIALS")
                .forEach(name -> map.add(name, "kept"));

        headers.replaceAll(List.of(new Header("Content-Type", "application/problem+json")));

        assertThat(headers.lines(name -> true))
                .extracting(line -> line.name().toLowerCase(Locale.ROOT) + ": " + line.value())
                .containsExactlyInAnyOrder(
                        "access-control-allow-origin: kept",
                        "access-control-expose-headers: kept",
                        "access-control-allow-credentials: kept",
                        "content-type: application/problem+json");
    }

    @Test
    void keepsEveryLineOfAName() {
        map.add("link", "old");

        headers.put(List.of(new Header("Link", "a"), new Header("LINK", "b")));

        assertThat(headers.lines(name -> true))
                .containsExactlyInAnyOrder(new Header("Link", "a"), new Header("LINK", "b"));
    }

    @Test
    @Requirement("H25")
    void takesAllThatAreNoHeadersAwayInOnePass() {
        HeaderRules rules = new HeaderRules(HttpSettings.read(new SettingsReader(name -> null)));
        List.of("Location", "ETag", "Link", "Last-Modified").forEach(name -> map.add(name, "a\r\nX: b"));
        map.add("Content-Language", "de");

        headers.scrub(rules);

        assertThat(map.passes).as("one for what is ours, one for these").isEqualTo(2);
        assertThat(map.keySet()).containsExactly("Content-Language");
    }
}
