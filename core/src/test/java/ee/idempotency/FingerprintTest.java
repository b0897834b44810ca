// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.testing.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

@Requirement("K6")
class FingerprintTest {

    private static final byte[] BODY = "{\"amount\":1}".getBytes(UTF_8);
    private static final String JSON = "application/json;charset=utf-8";

    @Test
    void fingerprintsHaveThePinnedEncoding() {
        assertThat(Fingerprint.none())
                .hasToString("v1:7fc3d0c36abf8d34e99898b3230457f9826301bb9d8969b4eb4b7c50cae04e2d");
        assertThat(Fingerprint.of(BODY))
                .hasToString("v1:b796837e64c0aeb08f58217f0f76639a56d6757fbdb76c85df4e24865eca57cf");
        assertThat(request("POST", "/orders/{id}", "/orders/1", "b=2&a=1", JSON, BODY))
                .hasToString("v1:be33ecd020d974a87449d8c43e54140b1f54bf855bc6f6ae75b96d01eecaccfa");
        assertThat(request("POST", "/orders", "/orders", null, null, new byte[0]))
                .hasToString("v1:1ddbb318a67d3d102438b77d7522c4c5ae057bebeb6813cd20462d64dfabe4cf");
    }

    @Test
    void everyPartOfARequestMatters() {
        assertThat(List.of(
                        request("POST", "/o/{id}", "/o/1", "a=1", JSON, BODY),
                        request("PUT", "/o/{id}", "/o/1", "a=1", JSON, BODY),
                        request("POST", "/o/{no}", "/o/1", "a=1", JSON, BODY),
                        request("POST", "/o/{id}", "/o/2", "a=1", JSON, BODY),
                        request("POST", "/o/{id}", "/o/1", "a=2", JSON, BODY),
                        request("POST", "/o/{id}", "/o/1", null, JSON, BODY),
                        request("POST", "/o/{id}", "/o/1", "a=1", "application/json", BODY),
                        request("POST", "/o/{id}", "/o/1", "a=1", null, BODY),
                        request("POST", "/o/{id}", "/o/1", "a=1", "", BODY),
                        request("POST", "/o/{id}", "/o/1", "a=1", JSON, "{\"amount\": 1}".getBytes(UTF_8)),
                        request("POST", "/o/{id}", "/o/1", "a=1", JSON, new byte[0])))
                .doesNotHaveDuplicates();
    }

    @Test
    void charactersCannotMoveFromOnePartToTheNext() {
        assertThat(List.of(
                        request("POST", "/a", "/b", "c", "d", BODY),
                        request("POST", "/a/", "b", "c", "d", BODY),
                        request("POST", "/a", "/bc", null, "d", BODY),
                        request("POST", "/a", "/b", "c&d", null, BODY),
                        request("POST", "/a", "/b", "cd", null, BODY)))
                .doesNotHaveDuplicates();
    }

    @Test
    void queryIsSortedByNameAndKeepsTheOrderOfOneName() {
        Fingerprint first = query("a=1&b=2&a=0");

        assertThat(query("b=2&a=1&a=0")).isEqualTo(first);
        assertThat(query("a=1&a=0&b=2")).isEqualTo(first);
        assertThat(query("a=0&a=1&b=2")).isNotEqualTo(first);
        assertThat(query("a=1&b=2")).isNotEqualTo(first);
        assertThat(query("")).isEqualTo(query(null));
        assertThat(query("a")).isNotEqualTo(query("a="));
        assertThat(query("a=1&")).isNotEqualTo(query("a=1"));
        assertThat(query("a%3D1")).isNotEqualTo(query("a=1"));
        assertThat(query("ab=1&a=2")).isEqualTo(query("a=2&ab=1"));
    }

    @Test
    void contentTypeIsComparedWithoutCaseAndBlanks() {
        assertThat(request("POST", "/", "/", null, "Application/JSON; Charset=UTF-8", BODY))
                .isEqualTo(request("POST", "/", "/", null, JSON, BODY));
    }

    @Test
    void kindsOfFingerprintNeverMeet() {
        assertThat(List.of(
                        Fingerprint.none(), Fingerprint.of(new byte[0]), request("", "", "", null, null, new byte[0])))
                .doesNotHaveDuplicates();
    }

    @Test
    void canonicalRequestsHaveThePinnedEncodingAndMeetNoOthers() {
        Fingerprint canonical = canonical("json/v1", "application/json", BODY);

        assertThat(canonical).hasToString("v1:ccfe425b508e5a144734519b7d4d9148b88ea7cba98dcb2765bebd9d5f2b0688");
        assertThat(List.of(
                        canonical,
                        canonical("form/v1", "application/json", BODY),
                        canonical("json/v2", "application/json", BODY),
                        canonical("json/v1", "text/json", BODY),
                        canonical("json/v1", "application/json", new byte[0]),
                        request("POST", "/o", "/o", "a=1&b=2", "application/json", BODY)))
                .doesNotHaveDuplicates();
        assertThatThrownBy(() -> canonical("raw/v1", "", BODY)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Fingerprint canonical(String form, String contentType, byte[] body) {
        return Fingerprint.ofCanonicalRequest(form, "POST", "/o", "/o", "b=2&a=1", contentType, body);
    }

    @Test
    void binaryFormIsRead() {
        Fingerprint fingerprint = Fingerprint.of(BODY);

        assertThat(fingerprint.toBytes()).hasSize(Fingerprint.ENCODED_BYTES).startsWith(1);
        assertThat(Fingerprint.fromBytes(fingerprint.toBytes()))
                .isEqualTo(fingerprint)
                .hasSameHashCodeAs(fingerprint);
    }

    @Test
    void binaryFormOfAnotherLengthOrVersionIsRefused() {
        byte[] otherVersion = Fingerprint.none().toBytes();
        otherVersion[0] = 2;

        assertThatThrownBy(() -> Fingerprint.fromBytes(otherVersion)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fingerprint.fromBytes(new byte[32])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fingerprint.fromBytes(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void formsAreCopies() {
        Fingerprint fingerprint = Fingerprint.of(BODY);
        fingerprint.toBytes()[5] ^= 1;
        byte[] encoded = fingerprint.toBytes();
        Fingerprint read = Fingerprint.fromBytes(encoded);
        encoded[5] ^= 1;

        assertThat(fingerprint).isEqualTo(Fingerprint.of(BODY)).isEqualTo(read);
    }

    private static Fingerprint query(String rawQuery) {
        return request("POST", "/o", "/o", rawQuery, JSON, BODY);
    }

    private static Fingerprint request(
            String method, String template, String path, String query, String contentType, byte[] body) {
        return Fingerprint.ofRequest(method, template, path, query, contentType, body);
    }
}
