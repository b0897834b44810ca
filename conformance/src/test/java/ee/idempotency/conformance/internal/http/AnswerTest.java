// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.conformance.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that is no JSON is an observation, never an error of the kit, and never takes it long. */
@Timeout(60)
class AnswerTest {

    private static Answer answer(String body) {
        return new Answer(200, List.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\":\"a \\\"b\\\" \\u00e9\",\"list\":[1,-2.5e3,true,null,[],{}]}",
                " { \"title\" : \"a \\\"b\\\" \u00e9\" } "
            })
    void readsJson(String text) {
        assertThat(answer(text).json().orElseThrow().getString("title")).isEqualTo("a \"b\" \u00e9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "[]",
                "{\"a\":1,}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":\"\n\"}",
                "{\"a\":1} x",
                "{\"a\":\"\\x\"}",
                "\ufeff\u0000"
            })
    void refusesWhatIsNoJsonObject(String text) {
        assertThat(answer(text).json()).isEmpty();
    }

    @Test
    void refusesEveryBeginningOfAnObject() {
        String text = "{\"a\":[1,{\"b\":\"c\\u0041\"}],\"d\":true}";

        assertThat(IntStream.range(0, text.length())
                        .mapToObj(end -> answer(text.substring(0, end)).json()))
                .allMatch(Optional::isEmpty);
    }

    @Test
    void survivesDeepAndLongJson() {
        assertThat(answer("{\"a\":" + "[".repeat(100_000)).json()).isEmpty();
        assertThat(answer("{\"a\":\"" + "\\n".repeat(1_000_000) + "\"}").json()).isPresent();
    }
}
