// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.issued;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.spi.Bytes;
import ee.idempotency.testing.Requirement;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Keys that nobody but the server makes. */
@Requirement("O2")
class KeyIssuerTest {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final KeyIssuer.Place PLACE = new KeyIssuer.Place("acme", "pay", "user:alice");
    private static final SigningKey OLD = key("k1", 1);
    private static final SigningKey NEW = key("k2", 2);

    private final KeyIssuer issuer = issuer(NEW, OLD);

    private static SigningKey key(String id, int seed) {
        byte[] secret = new byte[32];
        new Random(seed).nextBytes(secret);
        return new SigningKey(id, Bytes.of(secret));
    }

    private static KeyIssuer issuer(SigningKey... keys) {
        return new KeyIssuer(List.of(keys), InstantSource.fixed(NOW));
    }

    @Test
    void oneIsKnownAgainWithItsTimes() {
        IssuedKey issued = issuer.issue(PLACE, Duration.ofMinutes(15));

        assertThat(issuer.verify(issued.text(), PLACE)).contains(issued);
        assertThat(issued.issued()).isEqualTo(NOW);
        assertThat(issued.lifetime()).hasMinutes(15);
        assertThat(issued.text()).matches("i1\\.k2\\.[A-Za-z0-9_-]{43}\\.[A-Za-z0-9_-]{22}");
    }

    /** A text of a million characters that might be one is refused in the time of a look: each part has a bound. */
    @Test
    @Requirement("H25")
    void aTextOfAnyLengthIsRefusedAtOnce() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (String part : List.of("i1.", "a", ".", "i1.k1.", "i1.k2.AAAA")) {
            String text = "i1.k1." + part.repeat(1_000_000);
            long before = threads.getCurrentThreadCpuTime();
            assertThat(issuer.verify(text, PLACE)).isEmpty();
            assertThat(threads.getCurrentThreadCpuTime() - before).as(part).isLessThan(100_000_000);
        }
    }

    @Test
    void noTwoAreAlike() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(issuer.issue(PLACE, Duration.ofMinutes(15)).text());
        }
        assertThat(all).hasSize(10_000);
    }

    @Test
    void oneIsOfNoOtherTenantOperationOrCaller() {
        String key = issuer.issue(PLACE, Duration.ofMinutes(15)).text();

        assertThat(issuer.verify(key, new KeyIssuer.Place("other", "pay", "user:alice")))
                .isEmpty();
        assertThat(issuer.verify(key, new KeyIssuer.Place("acme", "refund", "user:alice")))
                .isEmpty();
        assertThat(issuer.verify(key, new KeyIssuer.Place("acme", "pay", "user:bob")))
                .isEmpty();
        assertThat(issuer.verify(key, new KeyIssuer.Place("acme", "pa", "yuser:alice")))
                .isEmpty();
    }

    @Test
    void oneOfTheOldKeyIsKnownUntilThatIsTakenOut() {
        String before = issuer(OLD).issue(PLACE, Duration.ofMinutes(15)).text();

        assertThat(issuer.verify(before, PLACE)).isPresent();
        assertThat(issuer(NEW).verify(before, PLACE)).isEmpty();
        assertThat(issuer(key("k1", 3)).verify(before, PLACE)).isEmpty();
    }

    /** Base64 has several texts for the same bytes; each would be another record, and so another run. */
    @Test
    void noOtherTextOfTheSameBytesIsAccepted() {
        String key = issuer.issue(PLACE, Duration.ofMinutes(15)).text();
        String mac = key.substring(key.length() - 22);
        int found = 0;
        for (int i = 0; i < ALPHABET.length(); i++) {
            char last = ALPHABET.charAt(i);
            String other = mac.substring(0, 21) + last;
            if (last != '.' && !other.equals(mac) && sameBytes(other, mac)) {
                found++;
                assertThat(issuer.verify(key.substring(0, key.length() - 22) + other, PLACE))
                        .isEmpty();
            }
        }
        assertThat(found).isEqualTo(15);
    }

    private static boolean sameBytes(String one, String other) {
        return Arrays.equals(
                Base64.getUrlDecoder().decode(one), Base64.getUrlDecoder().decode(other));
    }

    @Test
    void ofAHundredThousandChangedOnesNoneIsAccepted() {
        Random random = new Random(20261128);
        String key = issuer.issue(PLACE, Duration.ofMinutes(15)).text();
        String other = issuer.issue(PLACE, Duration.ofMinutes(15)).text();
        for (int i = 0; i < 100_000; i++) {
            String changed = changed(key, other, random);
            if (!changed.equals(key) && !changed.equals(other)) {
                assertThat(issuer.verify(changed, PLACE).isPresent())
                        .as(changed)
                        .isFalse();
            }
        }
    }

    private static String changed(String key, String other, Random random) {
        StringBuilder text = new StringBuilder(key);
        int at = random.nextInt(key.length());
        char any = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        switch (random.nextInt(5)) {
            case 0 -> text.setCharAt(at, any);
            case 1 -> text.deleteCharAt(at);
            case 2 -> text.insert(at, any);
            case 3 -> text.replace(at, key.length(), other.substring(at));
            default -> text.setLength(at);
        }
        return text.toString();
    }
}
