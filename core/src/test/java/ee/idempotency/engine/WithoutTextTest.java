// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.engine;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.OutcomeNotStoredException;
import ee.idempotency.testing.Requirement;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@Requirement("H9")
class WithoutTextTest {

    private static final String CARD = "card 4242 declined";

    private static String traceOf(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void causesAndWhatWasSuppressedKeepTheirClassesAndPlaces() {
        SQLException refused = new SQLException("Key (card)=(" + CARD + ") already exists", "23505");
        RuntimeException notFlushed = new IllegalStateException(CARD, refused);
        notFlushed.addSuppressed(new IllegalArgumentException(CARD));

        String trace = traceOf(WithoutText.of(new OutcomeNotStoredException("Operation 'charge'", notFlushed)));

        assertThat(trace)
                .doesNotContain("4242")
                .contains("Operation 'charge' ran, but its outcome could not be stored")
                .contains("Caused by: java.lang.IllegalStateException")
                .contains("Caused by: java.sql.SQLException (SQLState 23505)")
                .contains("Suppressed: java.lang.IllegalArgumentException")
                .contains(WithoutTextTest.class.getSimpleName() + ".java");
    }

    /** A library may link two exceptions in a circle. */
    @Test
    void aCircleEnds() {
        RuntimeException one = new IllegalStateException(CARD);
        RuntimeException other = new IllegalArgumentException(CARD, one);
        one.initCause(other);
        one.addSuppressed(other);

        assertThat(traceOf(WithoutText.of(one)))
                .contains("IllegalStateException")
                .contains("Caused by: java.lang.IllegalArgumentException")
                .doesNotContain("4242");
    }
}
