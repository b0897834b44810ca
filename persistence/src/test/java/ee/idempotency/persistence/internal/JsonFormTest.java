// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.persistence.internal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.InvalidSettingsException;
import ee.idempotency.settings.SettingsReader;
import ee.idempotency.spi.Bytes;
import ee.idempotency.spi.Header;
import ee.idempotency.spi.Outcome;
import ee.idempotency.tck.Requirement;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("S6")
class JsonFormTest {

    private static final byte[] JSON = "{\"a\":\"\u00e9\"}".getBytes(UTF_8);

    private final JsonForm form = new JsonForm();

    private boolean isJson(String headers, byte[] body) {
        return form.isOf(new Outcome.Completed(200, Header.parse(headers), Bytes.of(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: application/json",
                "content-type: Application/JSON ; charset=UTF-8",
                "Location: /x\nContent-Type: application/problem+json\nETag: \"1\"",
                "Content-Type: application/vnd.bank.v2+json;charset=\"utf-8\";profile=\"x\"",
                "Content-Type: application/json\nContent-Encoding: identity"
            })
    void jsonByItsMediaTypeHasAJsonForm(String headers) {
        assertThat(isJson(headers, JSON)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Location: application/json",
                "X-Content-Type: application/json",
                "Content-Type: text/plain",
                "Content-Type: application/msgpack",
                "Content-Type: application/jsonp",
                "Content-Type: application/json-seq",
                "Content-Type: application/x-ndjson",
                "Content-Type: text/plain; charset=application/json",
                "Content-Type: ;",
                "Content-Type: ",
                "Content-Type: application/json; charset=ISO-8859-1",
                "Content-Type: application/json; charset=utf-16",
                "Content-Type: application/json; charset",
                "Content-Type: application/json\nContent-Type: text/plain",
                "Content-Type: application/json\ncontent-encoding: gzip",
                "Content-Type: application/json\nContent-Encoding: identity\nContent-Encoding: br",
                "Content-Type: application/json\nContent-Encoding: "
            })
    void whateverElseIsNot(String headers) {
        assertThat(isJson(headers, JSON)).isFalse();
    }

    @Test
    void bytesThatAreNotUtf8AreNot() {
        String json = "{\"a\":\"\u00e9\"}";
        assertThat(isJson("Content-Type: application/json", json.getBytes(ISO_8859_1)))
                .isFalse();
        assertThat(isJson("Content-Type: application/json", json.getBytes(UTF_16)))
                .isFalse();
    }

    @Test
    void anAnswerThatWasNotRetainedAndAFailureAreNot() {
        assertThat(form.isOf(new Outcome.Completed(200, Header.parse("Content-Type: application/json"), null)))
                .isFalse();
        assertThat(form.isOf(new Outcome.Failed("declined", "{}"))).isFalse();
    }

    @Test
    void theSwitchIsOffUnlessItIsSet() {
        assertThat(StoreSettings.read(new SettingsReader(Map.<String, String>of()::get)))
                .isEqualTo(StoreSettings.DEFAULTS);
        assertThat(StoreSettings.DEFAULTS.queryableJson()).isFalse();
        assertThat(StoreSettings.read(new SettingsReader(Map.of("idempotency.queryable-json", "true")::get))
                        .queryableJson())
                .isTrue();
    }

    @Test
    void aWrongValueIsReported() {
        SettingsReader reader = new SettingsReader(Map.of(StoreSettings.QUERYABLE_JSON, "yes")::get);
        new StoreSettingsGroup().check(reader);
        Assertions.assertThatThrownBy(reader::finish)
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("idempotency.queryable-json = yes: must be true or false");
    }
}
