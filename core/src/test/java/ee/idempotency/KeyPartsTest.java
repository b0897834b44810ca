// SPDX-FileCopyrightText: 2026 The Idempotency EE authors
// SPDX-License-Identifier: Apache-2.0
package ee.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ee.idempotency.InvalidKeyException.Reason;
import ee.idempotency.testing.Requirement;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How parts are encoded: pinned, because a change would make every stored key unknown and run everything again. */
@Requirement("K1")
class KeyPartsTest {

    /** The encoding of 32 KiB less the frame of one text. */
    private static final int LONGEST_TEXT = 32 * 1024 - 5;

    @Test
    void everyKindOfPartHasThePinnedEncoding() {
        IdempotencyKey key = IdempotencyKey.of(
                "acme",
                "order",
                null,
                "caf\u00e9 \ud83d\ude00",
                42,
                new BigDecimal("1.50"),
                0.1,
                true,
                OnLeaseLost.TAKE_OVER,
                new UUID(1, 2),
                Instant.parse("2026-01-01T00:00:00Z"),
                Duration.ofMinutes(1),
                new byte[] {0, -1},
                List.of("a", 1));

        assertThat(key.hash()).isEqualTo("3f5318850db570eeedc80446f26413252f4d61be30e6d26fa55cc912621654a7");
    }

    @Test
    void sameValueInAnotherTypeOfItsKindIsTheSamePart() {
        assertThat(of(7)).isEqualTo(of(7L)).isEqualTo(of((short) 7)).isEqualTo(of(BigInteger.valueOf(7)));
        assertThat(of(new BigDecimal("1.0"))).isEqualTo(of(new BigDecimal("1.00")));
        assertThat(of(new BigDecimal("0.00"))).isEqualTo(of(BigDecimal.ZERO));
        assertThat(of(0.5f)).isEqualTo(of(0.5d));
        assertThat(of("x")).isEqualTo(of('x')).isEqualTo(of(CharBuffer.wrap("x")));
        assertThat(of(List.of("a", "b"))).isEqualTo(of((Object) new String[] {"a", "b"}));
        assertThat(of(Double.NaN)).isEqualTo(of(Float.NaN));
    }

    @Test
    void valuesOfDifferentKindsAreDifferentParts() {
        List<Object> alike = new ArrayList<>(List.of(
                "1",
                1,
                new BigDecimal("1"),
                1.0,
                List.of(1),
                List.of("1"),
                new byte[] {'1'},
                "",
                new byte[0],
                List.of(),
                "true",
                true,
                "TAKE_OVER",
                OnLeaseLost.TAKE_OVER,
                new UUID(1, 2),
                new UUID(1, 2).toString(),
                LocalDate.EPOCH,
                LocalDate.EPOCH.toString(),
                LocalDateTime.of(2026, 1, 1, 0, 0),
                "null"));
        alike.add(null);

        assertThat(alike.stream().map(KeyPartsTest::of)).doesNotHaveDuplicates();
    }

    @Test
    @Requirement("K3")
    void charactersCannotMoveFromOnePartToTheNext() {
        assertThat(List.of(
                        IdempotencyKey.of("acme", "order", "a", "b:c"),
                        IdempotencyKey.of("acme", "order", "a:b", "c"),
                        IdempotencyKey.of("acme", "order", "a", "b", "c"),
                        IdempotencyKey.of("acme", "order", "a:b:c"),
                        IdempotencyKey.of("acme", "order", List.of("a", "b:c")),
                        IdempotencyKey.of("acme", "order", List.of("a"), "b:c"),
                        IdempotencyKey.of("acme", "order", "a", List.of("b:c")),
                        IdempotencyKey.of("acme", "order", "", "ab:c"),
                        IdempotencyKey.of("acme", "order", "ab:c", "")))
                .doesNotHaveDuplicates();
    }

    @Test
    @Requirement("K3")
    void randomPartsThatDifferMakeKeysThatDiffer() {
        Random random = new Random(20260101);
        Map<IdempotencyKey, List<String>> keys = new HashMap<>();
        for (int round = 0; round < 20_000; round++) {
            List<String> parts = randomParts(random);
            List<String> before = keys.putIfAbsent(IdempotencyKey.of("acme", "order", parts.toArray()), parts);
            assertThat(before == null || before.equals(parts)).isTrue();
        }
    }

    private static List<String> randomParts(Random random) {
        List<String> parts = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            StringBuilder part = new StringBuilder();
            for (int length = random.nextInt(4); length > 0; length--) {
                part.append("a:t\u0000".charAt(random.nextInt(4)));
            }
            parts.add(part.toString());
        }
        return parts;
    }

    @Test
    @Requirement("K2")
    void encodedInputHasALimitThatCountsTheFrames() {
        of("x".repeat(LONGEST_TEXT));
        assertReason(Reason.INPUT_TOO_LARGE, () -> of("x".repeat(LONGEST_TEXT + 1)));
        assertReason(Reason.INPUT_TOO_LARGE, () -> of("\u20ac".repeat(LONGEST_TEXT / 3 + 1)));
        assertReason(Reason.INPUT_TOO_LARGE, () -> of(new byte[LONGEST_TEXT + 1]));
        assertReason(Reason.INPUT_TOO_LARGE, () -> IdempotencyKey.of("acme", "order", "x".repeat(LONGEST_TEXT), ""));
        assertReason(Reason.INPUT_TOO_LARGE, () -> of(Collections.nCopies(1_000_000, null)));
    }

    @Test
    @Requirement("K2")
    void limitDoesNotDependOnTheLengthOfTheTenant() {
        IdempotencyKey.of("t".repeat(64), "s".repeat(32), "x".repeat(LONGEST_TEXT));
    }

    @Test
    void partsWithoutAStableEncodingAreRefused() {
        assertReason(Reason.PART_TYPE, () -> of(new Object()));
        assertReason(Reason.PART_TYPE, () -> of(Optional.of(1)));
        assertReason(Reason.PART_TYPE, () -> of(List.of(new Object())));
        assertReason(Reason.PART_TYPE, () -> of(new java.util.concurrent.atomic.AtomicInteger(1)));
    }

    @Test
    void listsAreNestedFourDeepAtMost() {
        of(List.of(List.of(List.of(List.of("x")))));
        assertReason(Reason.PART_TYPE, () -> of(List.of(List.of(List.of(List.of(List.of("x")))))));
        Object[] circle = new Object[1];
        circle[0] = Arrays.asList(circle);
        assertReason(Reason.PART_TYPE, () -> of((Object) circle));
    }

    @Test
    void halfACharacterIsRefused() {
        assertReason(Reason.TEXT_MALFORMED, () -> of("\ud83d"));
        assertReason(Reason.TEXT_MALFORMED, () -> of('\ud83d'));
    }

    private static IdempotencyKey of(Object part) {
        return IdempotencyKey.of("acme", "order", new Object[] {part});
    }

    private static void assertReason(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidKeyException.class,
                        invalid -> assertThat(invalid.reason()).isEqualTo(reason));
    }
}
