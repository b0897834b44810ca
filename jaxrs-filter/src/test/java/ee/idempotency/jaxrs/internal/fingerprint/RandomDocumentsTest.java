// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import static ee.idempotency.jaxrs.internal.fingerprint.Prints.isComparedAsBytes;
import static ee.idempotency.jaxrs.internal.fingerprint.Prints.json;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;

/** Whatever the document; the seed is in the failure, and {@code -Dfingerprint.seed} repeats it. */
@Requirement("K6")
class RandomDocumentsTest {

    private final long seed = Long.getLong("fingerprint.seed", new Random().nextLong());
    private final Random random = new Random(seed);

    @RepeatedTest(500)
    void allSpellingsOfADocumentAreOneAndEveryChangeIsAnother() {
        RandomDocument document = RandomDocument.of(random);
        String first = document.written();
        String second = document.written();
        String changed = document.changed().written();
        String what = "seed %d: %s | %s | %s".formatted(seed, first, second, changed);

        assertThat(isComparedAsBytes(first)).as(what).isFalse();
        assertThat(json(second)).as(what).isEqualTo(json(first));
        assertThat(json(changed)).as(what).isNotEqualTo(json(first));
    }

    /** Cuts and repeats pieces: nothing may be thrown, and what is not JSON must differ byte by byte. */
    @RepeatedTest(500)
    void aDamagedDocumentIsNoFailure() {
        String document = RandomDocument.of(random).written();
        int from = random.nextInt(document.length() + 1);
        int to = from + random.nextInt(document.length() - from + 1);
        String damaged = random.nextBoolean()
                ? document.substring(0, from) + document.substring(to)
                : document.substring(0, to) + document.substring(from);
        String what = "seed %d: %s".formatted(seed, damaged);

        assertThat(json(damaged)).as(what).isEqualTo(json(damaged));
        if (isComparedAsBytes(damaged)) {
            assertThat(json(damaged + " ")).as(what).isNotEqualTo(json(damaged));
        } else {
            assertThat(json(damaged + " ")).as(what).isEqualTo(json(damaged));
        }
    }
}
