// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.client;

import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("O10")
class AnswerTest {

    @ParameterizedTest
    @CsvSource({
        "200, false, false, false",
        "400, false, false, false",
        "404, false, false, false",
        "408, false, false, true",
        "409, false, false, false",
        "409, true, false, true",
        "422, true, false, false",
        "425, false, false, true",
        "429, false, false, true",
        "429, false, true, false",
        "500, false, false, true",
        "500, true, true, false",
        "503, true, false, true"
    })
    void withoutAProblemTheStatusSays(int status, boolean saysWhen, boolean replayed, boolean retryable) {
        Response.ResponseBuilder response = Response.status(status);
        if (saysWhen) {
            response.header("Retry-After", "3");
        }
        if (replayed) {
            response.header("Idempotency-Replayed", "true");
        }

        Answer answer = Answer.of(response.build());

        assertThat(answer.retryable()).isEqualTo(retryable);
        assertThat(answer.replayed()).isEqualTo(replayed);
        assertThat(answer.retryAfter()).isEqualTo(saysWhen ? Duration.ofSeconds(3) : null);
        assertThat(answer.code()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "", "soon", "12345678901", "Sat, 32 Nov 2026 12:00:00 GMT"})
    void aMalformedPauseIsNone(String value) {
        assertThat(Answer.of(Response.status(503).header("Retry-After", value).build())
                        .retryAfter())
                .isNull();
    }

    @Test
    void aPauseMayBeADate() {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);

        assertThat(Answer.of(until(now.plusHours(1))).retryAfter())
                .isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        assertThat(Answer.of(until(now.minusHours(1))).retryAfter()).isEqualTo(Duration.ZERO);
    }

    @Test
    void saysWhenTheKeyIsNewAgain() {
        Response response = Response.ok()
                .header("Idempotency-Key-Expires", "Sat, 28 Nov 2026 13:00:00 GMT")
                .build();

        assertThat(Answer.of(response).expires()).isEqualTo(Instant.parse("2026-11-28T13:00:00Z"));
    }

    @Test
    void anExceptionOfAnAnswerCanBeSerialized() throws IOException, ClassNotFoundException {
        Answer answer = new Answer(503, "store-unavailable", true, Duration.ofSeconds(1), false, Instant.EPOCH);

        assertThat(copy(new RetryableAnswerException(answer)))
                .isInstanceOfSatisfying(
                        RetryableAnswerException.class,
                        e -> assertThat(e.answer()).isEqualTo(answer));
    }

    private static @Nullable Object copy(Object value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return in.readObject();
        }
    }

    private static Response until(ZonedDateTime date) {
        return Response.status(503)
                .header("Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(date))
                .build();
    }
}
