// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency.tck;

import static ee.idempotency.tck.Requests.answer;
import static ee.idempotency.tck.Requests.repeat;
import static ee.idempotency.tck.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import ee.idempotency.IdempotencyKey;
import ee.idempotency.spi.Binding;
import ee.idempotency.spi.Claim;
import ee.idempotency.spi.ClaimRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keys, callers and operations are any text: each is stored as it is, and stays apart from every other. */
interface TextContract extends StoreContract {

    @Test
    @Requirement("C12")
    default void everyTextIsStoredAsItIs() {
        List<String> texts = List.of(
                "k",
                "K",
                "k ",
                " k",
                "k\u00e9",
                "ke\u0301",
                "\u00df",
                "SS",
                "0",
                "00",
                "'; DROP TABLE idempotency_record; --",
                "it''s \"quoted\" `so` \\ and \\'so\\'",
                "% _ * ? [a-z] {0} ${jndi:x} #{el} :name ?1 $1",
                "line\u2028separator \u2029 and \ufeff mark",
                "\u05e9\u05dc\u05d5\u05dd \u202e right to left",
                "\ud83d\ude00\ud83d\ude01 beyond the BMP",
                "null",
                "{\"json\":true}");

        texts.forEach(text -> probe().acquireAndComplete(bound(text), answer(text)));

        texts.forEach(text -> {
            ClaimRequest again = bound(text);
            assertThat(probe().record(again).binding()).isEqualTo(again.binding());
            assertThat(probe().claim(again)).as(text).isEqualTo(new Claim.Completed(answer(text)));
        });
    }

    private static ClaimRequest bound(String text) {
        return request(new Binding("tenant", "charge " + text + ".", "caller " + text, text));
    }

    @Test
    @Requirement("K2")
    default void longestTextsFit() {
        for (String character : List.of("x", "\u00e9", "\u20ac", "\ud83d\ude00")) {
            int units = character.length();
            Binding longest = new Binding(
                    "t".repeat(IdempotencyKey.MAX_TENANT_LENGTH),
                    character.repeat(Binding.MAX_OPERATION_LENGTH / units),
                    character.repeat(Binding.MAX_CALLER_LENGTH / units),
                    character.repeat(IdempotencyKey.MAX_TEXT_LENGTH / units));
            ClaimRequest first = request(longest);
            probe().acquireAndComplete(first, answer("long"));

            assertThat(probe().record(first).binding()).isEqualTo(longest);
            assertThat(probe().claim(repeat(first))).isEqualTo(new Claim.Completed(answer("long")));
        }
    }

    @Test
    default void callerMayBeEmpty() {
        ClaimRequest first = request(new Binding("tenant", "charge", "", "key"));
        probe().acquireAndComplete(first, answer("of nobody"));

        assertThat(probe().record(first).binding().caller()).isEmpty();
        assertThat(probe().claim(repeat(first))).isEqualTo(new Claim.Completed(answer("of nobody")));
    }
}
