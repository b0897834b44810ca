// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.InvalidKeyException.Reason;
import ee.idempotency.testing.Requirement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Requirement("K1")
class IdempotencyKeyTest {

    private static final String HASH = "545da320a6b4743f6d8c8ade33e0e2e1669f00dc35e51d1f88fe36760b243854";

    @Test
    void textFormNamesVersionTenantScopeAndHash() {
        assertThat(IdempotencyKey.of("acme", "order", "4711")).hasToString("v1:acme:order:" + HASH);
    }

    @Test
    void mapsAreSortedByName() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("b", "x");
        one.put("a", 1);
        Map<String, Object> other = new TreeMap<>(Map.of("a", 1L, "b", "x"));

        assertThat(IdempotencyKey.ofMap("acme", "order", one))
                .isEqualTo(IdempotencyKey.ofMap("acme", "order", other))
                .hasToString("v1:acme:order:989920391e32dc15473e4aac99cdb65491d565a36b4ca80a071763175a10d4a4");
    }

    @Test
    void mapAndListOfTheSamePartsDiffer() {
        assertThat(IdempotencyKey.ofMap("acme", "order", Map.of("a", "x")))
                .isNotEqualTo(IdempotencyKey.of("acme", "order", "a", "x"));
    }

    @Test
    void tenantAndScopeArePartOfTheHash() {
        assertThat(List.of(
                                IdempotencyKey.of("acme", "order", 1),
                                IdempotencyKey.of("acme2", "order", 1),
                                IdempotencyKey.of("acme", "order2", 1))
                        .stream()
                        .map(IdempotencyKey::hash))
                .doesNotHaveDuplicates();
    }

    @Test
    void parseIsTheInverseOfTheTextForm() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            IdempotencyKey key =
                    IdempotencyKey.of("t" + random.nextInt(), "s." + round, random.nextLong(), "x" + round);

            assertThat(IdempotencyKey.parse(key.toString())).isEqualTo(key);
            IdempotencyKey.validate(key.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "v2:acme:order:" + HASH,
                "v1:acme:order:" + HASH + "0",
                "v1:acme:order:" + HASH + "\n",
                "v1:acme:order:ABCDA320A6B4743F6D8C8ADE33E0E2E1669F00DC35E51D1F88FE36760B243854",
                "v1:acme:" + HASH,
                "v1:a:b:c:" + HASH,
                " v1:acme:order:" + HASH
            })
    void textOfAnotherFormIsRefused(String text) {
        assertReason(Reason.TEXT_SYNTAX, () -> IdempotencyKey.parse(text));
        assertReason(Reason.TEXT_SYNTAX, () -> IdempotencyKey.validate(text));
    }

    @Test
    void parsedTextKeepsTheRulesOfItsParts() {
        assertReason(Reason.TENANT_LENGTH, () -> IdempotencyKey.parse("v1::order:" + HASH));
        assertReason(Reason.TENANT_LENGTH, () -> IdempotencyKey.parse("v1:" + "t".repeat(65) + ":order:" + HASH));
        assertReason(Reason.SCOPE_CHARACTERS, () -> IdempotencyKey.parse("v1:acme:or/der:" + HASH));
        assertReason(Reason.TEXT_SYNTAX, () -> new IdempotencyKey("acme", "order", "abc"));
    }

    @Test
    @Requirement("K2")
    void tenantHasALimitAndAnAlphabet() {
        IdempotencyKey.of("t".repeat(64), "order", 1);
        assertReason(Reason.TENANT_LENGTH, () -> IdempotencyKey.of("t".repeat(65), "order", 1));
        assertReason(Reason.TENANT_LENGTH, () -> IdempotencyKey.of("", "order", 1));
        assertReason(Reason.TENANT_CHARACTERS, () -> IdempotencyKey.of("a:b", "order", 1));
        assertReason(Reason.TENANT_CHARACTERS, () -> IdempotencyKey.of("acme\n", "order", 1));
        assertReason(Reason.TENANT_CHARACTERS, () -> IdempotencyKey.of("\ud800", "order", 1));
    }

    @Test
    @Requirement("K2")
    void scopeHasALimitAndAnAlphabet() {
        IdempotencyKey.of("acme", "s".repeat(32), 1);
        assertReason(Reason.SCOPE_LENGTH, () -> IdempotencyKey.of("acme", "s".repeat(33), 1));
        assertReason(Reason.SCOPE_LENGTH, () -> IdempotencyKey.of("acme", "", 1));
        assertReason(Reason.SCOPE_CHARACTERS, () -> IdempotencyKey.of("acme", "\u00f6rder", 1));
        assertReason(Reason.SCOPE_CHARACTERS, () -> IdempotencyKey.ofMap("acme", "\udc00", Map.of("a", 1)));
    }

    @Test
    @Requirement("K2")
    void textKeyHasALimit() {
        assertReason(Reason.TEXT_LENGTH, () -> IdempotencyKey.parse(""));
        assertReason(Reason.TEXT_LENGTH, () -> IdempotencyKey.parse("x".repeat(257)));
        assertReason(Reason.TEXT_SYNTAX, () -> IdempotencyKey.parse("x".repeat(256)));
        assertThat(IdempotencyKey.of("t".repeat(64), "s".repeat(32), 1).toString())
                .hasSize(165);
    }

    @Test
    @Requirement("K2")
    void numberOfPartsHasALimit() {
        IdempotencyKey.of("acme", "order", new Object[32]);
        assertReason(Reason.TOO_MANY_PARTS, () -> IdempotencyKey.of("acme", "order", new Object[33]));
        assertReason(Reason.NO_PARTS, () -> IdempotencyKey.of("acme", "order"));
        assertReason(Reason.NO_PARTS, () -> IdempotencyKey.ofMap("acme", "order", Map.of()));
        Map<String, Object> many = new TreeMap<>();
        for (int name = 0; name < 33; name++) {
            many.put("name" + name, name);
        }
        assertReason(Reason.TOO_MANY_PARTS, () -> IdempotencyKey.ofMap("acme", "order", many));
    }

    private static void assertReason(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidKeyException.class,
                        invalid -> assertThat(invalid.reason()).isEqualTo(reason));
    }
}
