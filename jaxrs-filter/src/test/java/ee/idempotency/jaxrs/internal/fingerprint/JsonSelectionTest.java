// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.jaxrs.internal.fingerprint;

import static ee.idempotency.jaxrs.internal.fingerprint.Prints.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.Fingerprint;
import ee.idempotency.tck.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("K6")
class JsonSelectionTest {

    private static Fingerprint including(String body, String... pointers) {
        return json(body, JsonSelection.of(List.of(pointers), List.of()));
    }

    private static Fingerprint excluding(String body, String... pointers) {
        return json(body, JsonSelection.of(List.of(), List.of(pointers)));
    }

    @Test
    void excludedValuesMayChangeAndBeMissing() {
        Fingerprint first = excluding("{\"amount\":1,\"meta\":{\"sentAt\":\"12:00\",\"by\":7}}", "/meta/sentAt");

        assertThat(excluding("{\"meta\":{\"by\":7,\"sentAt\":{\"h\":13}},\"amount\":1}", "/meta/sentAt"))
                .isEqualTo(first);
        assertThat(excluding("{\"meta\":{\"by\":7},\"amount\":1}", "/meta/sentAt"))
                .isEqualTo(first);
        assertThat(excluding("{\"meta\":{\"by\":8},\"amount\":1}", "/meta/sentAt"))
                .isNotEqualTo(first);
        assertThat(excluding("{\"amount\":1}", "/meta/sentAt")).isNotEqualTo(first);
        assertThat(excluding("{\"amount\":2,\"meta\":{\"by\":7}}", "/meta/sentAt"))
                .isNotEqualTo(first);
        assertThat(excluding("{\"amount\":1,\"sentAt\":1,\"meta\":{\"by\":7}}", "/meta/sentAt"))
                .as("of that name elsewhere")
                .isNotEqualTo(first);
    }

    @Test
    void whatIsNotIncludedMayChange() {
        Fingerprint first = including("{\"amount\":1.0,\"to\":{\"iban\":\"X\"},\"note\":\"a\"}", "/amount", "/to");

        assertThat(including("{\"to\":{\"iban\":\"X\"},\"amount\":1}", "/to", "/amount", "/to"))
                .isEqualTo(first);
        assertThat(including("{\"to\":{\"iban\":\"Y\"},\"amount\":1}", "/amount", "/to"))
                .isNotEqualTo(first);
        assertThat(including("{\"to\":{\"iban\":\"X\"},\"amount\":\"1\"}", "/amount", "/to"))
                .isNotEqualTo(first);
        assertThat(including("{\"to\":1,\"amount\":{\"iban\":\"X\"}}", "/amount", "/to"))
                .isNotEqualTo(first);
    }

    @Test
    void missingDiffersFromNullAndFromNoPointer() {
        assertThat(List.of(
                        including("{}", "/a"),
                        including("{\"a\":null}", "/a"),
                        including("{\"a\":\"\"}", "/a"),
                        including("{\"a\":{}}", "/a"),
                        including("{}", "/b"),
                        including("{}", "/a", "/b"),
                        json("{}"),
                        json("{\"a\":null}")))
                .doesNotHaveDuplicates();
        assertThat(including("{\"a\":\"/b\"}", "/a", "/b")).isNotEqualTo(including("{\"b\":\"/b\"}", "/a", "/b"));
        assertThat(including("[]", "/a")).isEqualTo(including("{}", "/a")).isEqualTo(including("7", "/a"));
    }

    @Test
    void pointersGoThroughArraysAndEscapes() {
        String body = "{\"items\":[{\"n\":1},{\"n\":2}],\"a/b\":3,\"m~n\":4,\"\":5}";

        assertThat(including(body, "/items/1/n"))
                .isEqualTo(including("{\"items\":[0,{\"n\":2}]}", "/items/1/n"))
                .isNotEqualTo(including("{\"items\":[{\"n\":2}]}", "/items/1/n"));
        assertThat(including(body, "/a~1b")).isEqualTo(including("{\"a/b\":3}", "/a~1b"));
        assertThat(including(body, "/m~0n")).isEqualTo(including("{\"m~n\":4}", "/m~0n"));
        assertThat(including(body, "/")).isEqualTo(including("{\"\":5}", "/"));
        assertThat(including("{\"~1\":1}", "/~01")).isNotEqualTo(including("{\"/\":1}", "/~01"));
        assertThat(excluding("[1,2]", "/0")).isEqualTo(excluding("[7,2]", "/0")).isNotEqualTo(excluding("[1,3]", "/0"));
        assertThat(excluding("[1]", "/00", "/-")).isEqualTo(json("[1]"));
    }

    @Test
    void pointersMayLieWithinEachOther() {
        assertThat(excluding("{\"a\":{\"b\":1,\"c\":2}}", "/a", "/a/b")).isEqualTo(json("{}"));
        assertThat(including("{\"a\":{\"b\":1,\"c\":2}}", "/a", "/a/b"))
                .isEqualTo(including("{\"x\":0,\"a\":{\"c\":2,\"b\":1}}", "/a/b", "/a"))
                .isNotEqualTo(including("{\"a\":{\"b\":1,\"c\":3}}", "/a", "/a/b"));
    }

    @Test
    void aDocumentWithoutCanonicalFormIsComparedWhole() {
        assertThat(including("{\"a\":1,\"b\":2,\"b\":3}", "/a")).isNotEqualTo(including("{\"a\":1,\"b\":2}", "/a"));
        assertThat(including("{\"a\":1", "/a")).isNotEqualTo(including("{\"a\":1 ", "/a"));
        assertThat(excluding("{\"a\":1", "/a")).isNotEqualTo(excluding("{\"a\":2", "/a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "amount", "$.amount", "/a~", "/a~2", "/~/a", " /a", "#/a"})
    void aMalformedPointerIsRefused(String pointer) {
        assertThatThrownBy(() -> including("{}", pointer)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> excluding("{}", pointer))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + pointer + "\"");
    }

    @Test
    void bothAtOnceAreRefused() {
        assertThatThrownBy(() -> JsonSelection.of(List.of("/a"), List.of("/b")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("give either include or exclude, not both");
    }
}
