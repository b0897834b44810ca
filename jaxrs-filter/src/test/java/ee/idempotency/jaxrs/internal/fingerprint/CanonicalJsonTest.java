// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import static ee.idempotency.jaxrs.internal.fingerprint.Prints.JSON;
import static ee.idempotency.jaxrs.internal.fingerprint.Prints.assertDifferent;
import static ee.idempotency.jaxrs.internal.fingerprint.Prints.assertSame;
import static ee.idempotency.jaxrs.internal.fingerprint.Prints.isComparedAsBytes;
import static ee.idempotency.jaxrs.internal.fingerprint.Prints.json;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.tck.Requirement;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("K6")
class CanonicalJsonTest {

    @Test
    void theFormIsPinned() {
        assertThat(json("{\"amount\": 1.50, \"lines\": [\"tea\", null, true, false, {}], \"currency\": \"EUR\"}"))
                .hasToString("v1:839cb09abd2c858e145135d7505510d598493f93104ae548a7419b35342526e3");
    }

    @Test
    void whiteSpaceAndTheOrderOfMembersMeanNothing() {
        assertSame(
                "{\"a\":1,\"b\":{\"c\":[],\"d\":null}}",
                " {\n\t\"b\" : {\"d\":null,\r\n\"c\":[ ]} ,\"a\":1 } ",
                "{\"b\":{\"d\":null,\"c\":[]},\"a\":1}");
    }

    @Test
    void theOrderOfElementsMatters() {
        assertDifferent("[1,2]", "[2,1]", "[[1,2]]", "[[1],2]", "[1,[2]]", "[1]", "[]", "[[]]");
    }

    @Test
    void equalNumbersAreEqualHoweverTheyAreWritten() {
        assertSame("[1]", "[1.0]", "[1e0]", "[1E+0]", "[10e-1]", "[0.1e1]", "[1.000]", "[1e-0]", "[1e00]");
        assertSame("[0]", "[-0]", "[0.0]", "[0e99]", "[-0.0e-7]", "[0e999999999999999999999999]");
        assertSame("[0.1]", "[1e-1]", "[0.10]");
        assertSame("[-120]", "[-1.2e2]", "[-12e+01]");
    }

    @Test
    void numbersThatADoubleCannotTellApartDiffer() {
        assertDifferent("[9007199254740993]", "[9007199254740992]", "[9007199254740994]", "[9007199254740993.5]");
        assertDifferent("[1e400]", "[1e401]", "[-1e400]", "[null]", "[1e308]", "[1e-400]", "[0]");
        assertDifferent("[0.1]", "[0.1000000000000000055511151231257827]", "[0.10000000000000001]");
        assertDifferent("[1e999999999999999999]", "[1e999999999999999998]");
        assertSame("[1e400]", "[1" + "0".repeat(400) + "]");
    }

    @Test
    void typesAreDistinguished() {
        assertDifferent(
                "1", "\"1\"", "true", "\"true\"", "null", "\"null\"", "\"\"", "[]", "{}", "false", "0", "[null]");
        assertDifferent(
                "{\"a\":null}", "{}", "{\"a\":\"\"}", "{\"a\":{}}", "{\"a\":[]}", "{\"\":\"a\"}", "[\"a\",null]");
    }

    @Test
    void charactersCannotMoveFromOneValueToTheNext() {
        assertDifferent("[\"ab\",\"c\"]", "[\"a\",\"bc\"]", "[\"abc\"]", "[\"ab\",\"c\",\"\"]", "[\"\",\"abc\"]");
        assertDifferent("{\"ab\":\"c\"}", "{\"a\":\"bc\"}", "{\"a\":\"b\",\"c\":\"\"}");
        assertDifferent(
                "[\"absc\"]",
                "[\"ab\",\"c\"]",
                "[\"as\",\"c\"]",
                "[\"assc\"]",
                "[\"n1\"]",
                "[\"\",1]",
                "[\"t\"]",
                "[\"\",true]");
        assertDifferent("[1,23]", "[12,3]", "[123]", "[1,2,3]");
        assertDifferent("{\"a\":{\"b\":1},\"c\":2}", "{\"a\":{\"b\":1,\"c\":2}}", "{\"a\":1,\"b\":{\"c\":2}}");
    }

    @Test
    void stringsAreComparedByCodePointsNotBySpelling() {
        assertSame("[\"é/\"]", "[\"\\u00e9\\/\"]", "[\"\\u00E9/\"]");
        assertSame("[\"\\ud83d\\ude00\"]", "[\"\ud83d\ude00\"]");
        assertSame("{\"\\u0061\":1}", "{\"a\":1}");
        assertDifferent("[\"é\"]", "[\"e\u0301\"]");
    }

    @Test
    void unpairedSurrogatesAreKeptApart() {
        assertDifferent(
                "[\"\\ud800\"]",
                "[\"\\ud801\"]",
                "[\"\\udc00\"]",
                "[\"?\"]",
                "[\"\\ufffd\"]",
                "[\"\\udc00\\ud800\"]",
                "[\"\\ud800\\udc00\"]",
                "{\"\\ud800\":1}",
                "{\"\\udbff\":1}");
    }

    @Test
    void aMemberThatIsThereTwiceMakesADocumentBytes() {
        assertThat(isComparedAsBytes("{\"a\":1,\"a\":1}")).isTrue();
        assertThat(isComparedAsBytes("{\"b\":{\"a\":1,\"c\":0,\"\\u0061\":2}}")).isTrue();
        assertThat(isComparedAsBytes("{\"a\":{\"a\":[{\"a\":1},{\"a\":1}]}}")).isFalse();
        assertDifferent("{\"a\":1,\"a\":2}", "{\"a\":2,\"a\":1}", "{\"a\":1}", "{\"a\":2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[1",
                "[1,]",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "[1] [2]",
                "[1]x",
                "1 2",
                "nul",
                "[01]",
                "[1.]",
                "[.5]",
                "[+1]",
                "[-]",
                "[1e]",
                "[NaN]",
                "[Infinity]",
                "[0x1]",
                "// c\n[1]",
                "[1]//",
                "\"a\nb\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"a",
                "[1,,2]",
                "{\"a\"}",
                "{\"a\":}",
                "\uFEFF[1]",
                "[1}",
                "[-01]",
                "{\"a\" 1}",
                "[1e9999999999999999999]",
                "[1e9000000000000000000]",
                "[1e-9999999999999999999]"
            })
    void whatIsNotJsonIsComparedAsBytes(String body) {
        assertThat(isComparedAsBytes(body)).isTrue();
    }

    @Test
    void malformedUtf8IsComparedAsBytes() {
        byte[] one = {'[', '"', (byte) 0xC3, '"', ']'};
        byte[] other = {'[', '"', (byte) 0xE9, '"', ']'};

        assertThat(isComparedAsBytes(JSON, one)).isTrue();
        assertThat(Prints.raw(JSON, one)).isNotEqualTo(Prints.raw(JSON, other));
        assertThat(isComparedAsBytes(JSON, "[1]".getBytes(StandardCharsets.UTF_16BE)))
                .isTrue();
    }

    @Test
    void nestingIsLimited() {
        int most = CanonicalJson.MAX_DEPTH;

        assertThat(isComparedAsBytes("[".repeat(most) + "]".repeat(most))).isFalse();
        assertThat(isComparedAsBytes("[".repeat(most + 1) + "]".repeat(most + 1)))
                .isTrue();
        assertThat(isComparedAsBytes("{\"a\":".repeat(most + 1) + "1" + "}".repeat(most + 1)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "{\"a\":[", "]", "}", "[{"})
    void aHundredThousandBracketsAreComparedAsBytes(String bracket) {
        assertThat(isComparedAsBytes(bracket.repeat(100_000))).isTrue();
    }
}
